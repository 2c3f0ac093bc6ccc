import { choice, createClient, expect, fateOf, patchClient, readClient, test, verifies } from '../../harness'
import { expectRefusedCreation } from './refused-creation'

const renewal = {
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: ['https://app.example/callback'],
  refresh_token_ttl: 60,
  refresh_token_idle_ttl: 59,
}

const missing = [
  ['refresh_token_ttl left out', { refresh_token_ttl: undefined }],
  ['refresh_token_idle_ttl left out', { refresh_token_idle_ttl: undefined }],
  ['both left out', { refresh_token_ttl: undefined, refresh_token_idle_ttl: undefined }],
] as const

const lifetimes = ['refresh_token_ttl', 'refresh_token_idle_ttl'] as const

/** Lifetimes that mean nothing without the grant; the second pair is the one of the guide. */
const meaningless = [
  ['none', {}],
  ['equal ones', { refresh_token_ttl: 525_600, refresh_token_idle_ttl: 525_600 }],
  ['an idle one above the whole', { refresh_token_ttl: 60, refresh_token_idle_ttl: 61 }],
] as const

test.describe('refresh lifetimes with the refresh_token grant', () => {
  for (const [what, change] of missing)
    test(...verifies('CLI-029', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members(renewal)

      const reply = await send(createClient(admin, { ...good, ...change }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  for (const member of lifetimes)
    test(...verifies('CLI-029', `${member} of 0`), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members(renewal)

      const reply = await send(createClient(admin, { ...good, [member]: 0 }))

      choice('A-07', `${member} of 0 on creation is`, fateOf(reply))
      if (reply.status !== 201) return expectRefusedCreation(reply, good, { send, admin })
      expect(reply.at(`/${member}`), `${member} after a creation with 0`).toBeAbsent()
    })

  test(...verifies('CLI-031', 'on creation'), async ({ given, send }) => {
    const admin = await given.admin()
    const good = given.members(renewal)

    const reply = await send(createClient(admin, { ...good, refresh_token_idle_ttl: 61 }))

    await expectRefusedCreation(reply, good, { send, admin })
  })

  for (const [what, change] of [
    ['a PATCH that raises the idle one', { refresh_token_idle_ttl: 61 }],
    ['a PATCH that lowers the whole', { refresh_token_ttl: 58 }],
  ] as const)
    test(...verifies('CLI-031', what), async ({ given, send }) => {
      const admin = await given.admin()
      const { client_id } = await given.client(renewal)

      const reply = await send(patchClient(admin, client_id, change))

      expect(reply).toBeRefused(400)
      expect(reply).toCarryEnvelope()
      const view = await send(readClient(admin, client_id))
      for (const member of lifetimes) expect(view.at(`/${member}`), member).toBe(renewal[member])
      const twin = { refresh_token_ttl: 70, refresh_token_idle_ttl: 61 }
      expect(await send(patchClient(admin, client_id, twin))).toHaveStatus(200)
    })

  test(...verifies('CLI-031', 'equal ones'), async ({ given, send }) => {
    const admin = await given.admin()

    const reply = await send(createClient(admin, given.members({ ...renewal, refresh_token_idle_ttl: 60 })))

    choice('A-07', 'a creation with equal refresh lifetimes is', fateOf(reply))
    expect(reply).toHaveStatus(201, 400, 422)
  })
})

test.describe('refresh lifetimes without the refresh_token grant', () => {
  for (const [what, lifetimesOf] of meaningless)
    test(...verifies('CLI-030', what), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members(lifetimesOf)))

      expect(reply).toHaveStatus(201)
    })
})
