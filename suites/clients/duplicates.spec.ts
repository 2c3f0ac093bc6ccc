import { choice, createClient, expect, readClient, test, tokenRequest, verifies } from '../../harness'
import { credentialsIn } from './credentials-in'

const code = 'oauth2.client.with.client.id.already.exists'

interface Problem {
  readonly code?: unknown
  readonly message?: unknown
  readonly parameters?: { readonly oauth2_client_id?: unknown }
}

const listOf = (value: unknown): readonly Problem[] => (Array.isArray(value) ? (value as Problem[]) : [])

test.describe('a client_id that is taken', () => {
  test(...verifies('CLI-015'), async ({ given, send }) => {
    const admin = await given.admin()
    const first = await given.client({ access_token_ttl: 61 })
    const second = given.members({ client_id: first.client_id, access_token_ttl: 62, rule_set_names: [] })

    const reply = await send(createClient(admin, second))

    expect(reply).toHaveStatus(409)
    const view = await send(readClient(admin, first.client_id))
    expect(view.at('/access_token_ttl'), 'access_token_ttl of the first client').toBe(61)
    expect(view.at('/rule_set_names'), 'rule_set_names of the first client').toBeTheSet(['READ_ONLY_TENANT_ADMIN'])
    expect(await send(tokenRequest(first))).toHaveStatus(200)
    expect(await send(tokenRequest(credentialsIn(second)))).toBeRefused([401, 400])
  })

  test(...verifies('CLI-016'), async ({ given, send }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()

    const reply = await send(createClient(admin, given.members({ client_id })))

    const errors = listOf(reply.at('/errors'))
    const published = errors.find(error => error.code === code)
    expect(
      errors.map(error => error.code),
      'the codes in errors',
    ).toInclude(code)
    const message = String(published?.message).toLowerCase()
    expect(message.includes(client_id.toLowerCase()), 'the message').toHold('a text that mentions the id', message)
    expect(published?.parameters?.oauth2_client_id, 'parameters.oauth2_client_id').toBe(client_id)
  })

  test(...verifies('CLI-017'), async ({ given, send }) => {
    const admin = await given.admin()
    const stem = given.name()
    await given.client({ client_id: `${stem}-Foo` })

    const reply = await send(createClient(admin, given.members({ client_id: `${stem}-foo` })))

    choice('CLI-017', 'names that differ in letter case are', reply.status === 201 ? 'different' : 'the same')
    expect(reply).toHaveStatus(201, 409)
  })

  test(...verifies('CLI-061'), async ({ given, send }) => {
    const admin = await given.admin()
    const client_id = given.name()
    const rivals = Array.from({ length: 10 }, () => given.members({ client_id }))

    const replies = await Promise.all(rivals.map(rival => send(createClient(admin, rival))))

    const statuses = replies.map(({ status }) => status)
    const winner = rivals[statuses.indexOf(201)] ?? {}
    expect(
      statuses.toSorted((one, other) => one - other),
      'the statuses of ten creations',
    ).toBe([201, ...Array<number>(9).fill(409)])
    expect(await send(tokenRequest(credentialsIn(winner)))).toHaveStatus(200)
  })
})
