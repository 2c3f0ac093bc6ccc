import { choice, createClient, expect, readClient, test, verifies } from '../../harness'

const sets = ['scope', 'grant_types', 'redirect_uris', 'post_logout_redirect_uris', 'rule_set_names'] as const
const values = ['id', 'client_id', 'access_token_ttl', 'refresh_token_ttl', 'refresh_token_idle_ttl'] as const

const without = (value: unknown, otherwise: unknown) => value ?? otherwise

test.describe('reading a client', () => {
  test(...verifies('CLI-010', 'as it was created'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const { client_id, created } = await given.client({ scope: ['admin', 'user'], access_token_ttl: 61 })
    const before = created as Record<string, unknown>

    const reply = await settles(
      () => send(readClient(admin, client_id)),
      ({ status }) => status === 200,
    )

    expect(reply).toHaveStatus(200)
    for (const member of values)
      expect(without(reply.at(`/${member}`), null), member).toBe(without(before[member], null))
    for (const member of sets)
      expect(without(reply.at(`/${member}`), []), member).toBeTheSet(without(before[member], []) as unknown[])
  })

  test(...verifies('CLI-010', 'two long names that differ in the last character'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const stem = given.name().padEnd(199, 'n')
    await given.client({ client_id: `${stem}1`, access_token_ttl: 61 })
    await given.client({ client_id: `${stem}2`, access_token_ttl: 62 })

    for (const [end, minutes] of [
      ['1', 61],
      ['2', 62],
    ] as const) {
      const reply = await settles(
        () => send(readClient(admin, stem + end)),
        ({ status }) => status === 200,
      )
      expect(reply).toHaveStatus(200)
      expect(reply.at('/client_id'), 'client_id').toBe(stem + end)
      expect(reply.at('/access_token_ttl'), 'access_token_ttl').toBe(minutes)
    }
  })

  test(...verifies('CLI-010', 'two names that differ in letter case'), async ({ given, send }) => {
    const admin = await given.admin()
    const stem = given.name()
    await given.client({ client_id: `${stem}-Foo`, access_token_ttl: 61 })
    const second = await send(createClient(admin, given.members({ client_id: `${stem}-foo`, access_token_ttl: 62 })))
    expect(second).toHaveStatus(201, 409)

    const upper = await send(readClient(admin, `${stem}-Foo`))
    const lower = await send(readClient(admin, `${stem}-foo`))

    const own = second.status === 201 ? [62] : [61, undefined]
    expect(upper).toHaveStatus(200)
    expect(upper.at('/access_token_ttl'), 'access_token_ttl of the first').toBe(61)
    expect(lower.at('/access_token_ttl'), 'access_token_ttl of the second').toBeOneOf(...own)
  })

  test(...verifies('CLI-010', 'by its UUID'), async ({ given, send }) => {
    const admin = await given.admin()
    const { client_id, created } = await given.client()
    const { id = 'absent' } = created as { id?: string }

    const reply = await send(readClient(admin, id))

    choice('A-14', 'by its UUID a client is', reply.status === 200 ? 'found, too' : 'not found')
    expect(reply).toHaveStatus(200, 400, 404)
    expect(await send(readClient(admin, client_id))).toHaveStatus(200)
  })
})

test.describe('reading a client that does not exist', () => {
  for (const [name, also, change] of [
    ['a name nobody has', [], (own: string) => own],
    ['the beginning of a name', [], (own: string) => own.slice(0, -1)],
    ['a name with a character more', [], (own: string) => `${own}x`],
    ['a name that cannot be', [400], (own: string) => `${own} no name!`],
  ] as const)
    test(...verifies('CLI-014', name), async ({ given, send }) => {
      const admin = await given.admin()
      const { client_id } = await given.credentials()
      expect(await send(readClient(admin, client_id))).toHaveStatus(200)

      const asked = name === 'a name nobody has' ? given.name() : change(client_id)
      const reply = await send(readClient(admin, asked))

      expect(reply).toBeRefused(404, undefined, also)
      expect(reply).toCarryEnvelope()
    })
})
