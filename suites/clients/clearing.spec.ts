import { choice, expect, fateOf, note, patchClient, readClient, test, verifies } from '../../harness'
import { recordOf, shows } from './record'

const address = 'https://app.example/callback'

const clearable = [
  ['post_logout_redirect_uris', ['https://app.example/bye']],
  ['rule_set_names', ['READ_ONLY_TENANT_ADMIN']],
  ['redirect_uris', [address]],
] as const

const refreshLifetimes = ['refresh_token_ttl', 'refresh_token_idle_ttl'] as const

const renewal = {
  grant_types: ['client_credentials', 'refresh_token'],
  refresh_token_ttl: 120,
  refresh_token_idle_ttl: 60,
} as const

test.describe('PATCH that clears a member of a client', () => {
  for (const [member, value] of clearable)
    test(...verifies('CLI-038', member), async ({ given, send, settles }) => {
      const admin = await given.admin()
      const { client_id } = await given.client({ [member]: value })
      const before = await send(readClient(admin, client_id))
      if (!shows(member, value)(before)) note('measured', `${member} is not kept, so that nothing is there to clear`)

      const reply = await send(patchClient(admin, client_id, { [member]: [] }))
      const read = await settles(() => send(readClient(admin, client_id)), shows(member, []))

      expect(reply).toHaveStatus(200)
      expect(reply.at(`/${member}`), `${member} in the reply`).toBeAbsent()
      expect(read).toHaveStatus(200)
      expect(read.at(`/${member}`), `${member} read later`).toBeAbsent()
    })

  test(...verifies('CLI-038', 'redirect_uris that authorization_code needs'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const { client_id } = await given.client({ grant_types: ['authorization_code'], redirect_uris: [address] })

    const reply = await send(patchClient(admin, client_id, { redirect_uris: [] }))
    const left = reply.status === 200 ? [] : [address]
    const read = await settles(() => send(readClient(admin, client_id)), shows('redirect_uris', left))

    choice('A-23', 'clearing redirect_uris beside authorization_code is', fateOf(reply))
    expect(reply).toHaveStatus(200, 400, 422)
    expect(read.at('/redirect_uris') ?? [], 'redirect_uris read later').toBeTheSet(left)
  })
})

test.describe('PATCH of a refresh lifetime to 0', () => {
  for (const member of refreshLifetimes)
    test(...verifies('CLI-039', member), async ({ given, send, settles }) => {
      const admin = await given.admin()
      const { client_id } = await given.client({ [member]: 120 })
      const before = await send(readClient(admin, client_id))
      test.skip(!shows(member, 120)(before), `${member} is not kept without the refresh_token grant`)

      const reply = await send(patchClient(admin, client_id, { [member]: 0 }))
      const read = await settles(
        () => send(readClient(admin, client_id)),
        each => !shows(member, 120)(each),
      )

      expect(reply).toHaveStatus(200)
      expect(read).toHaveStatus(200)
      expect(read.at(`/${member}`) ?? 0, member).toBe(0)
    })

  test(...verifies('CLI-039', 'beside the grant that needs it'), async ({ given, send }) => {
    const admin = await given.admin()
    const { client_id } = await given.client(renewal)
    const before = await send(readClient(admin, client_id))

    const reply = await send(patchClient(admin, client_id, { refresh_token_idle_ttl: 0 }))
    const read = await send(readClient(admin, client_id))

    choice('A-07', 'a PATCH of refresh_token_idle_ttl to 0 beside the refresh_token grant is', fateOf(reply))
    expect(reply).toHaveStatus(200, 400, 422)
    const expected = reply.status === 200 ? {} : { refresh_token_idle_ttl: before.at('/refresh_token_idle_ttl') }
    const { refresh_token_idle_ttl: _, ...others } = recordOf(before)
    expect({ ...recordOf(read) }, 'the client read later').toBeOneOf(
      { ...others, ...expected },
      { ...others, refresh_token_idle_ttl: 0 },
    )
  })
})
