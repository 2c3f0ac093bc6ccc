import {
  choice,
  createClient,
  expect,
  fateOf,
  oddity,
  patchClient,
  readClient,
  test,
  tokenRequest,
  verifies,
  type Reply,
} from '../../harness'
import { credentialsIn } from './credentials-in'

const uuid = /^(urn:uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const past = 1
const elsewhere = 'https://elsewhere.example/acs/broker/oauth2-clients/x'

/** What a client must not decide about itself. */
const readOnly = [
  ['rotate_secret', true],
  ['primary_secret_auto_retires_at', past],
  ['_links', { self: { href: elsewhere } }],
] as const

/** No rotation has begun, and links lead where the tenant says. */
const expectUntouched = (view: Reply) => {
  expect(view.at('/rotate_secret'), 'rotate_secret').toBeOneOf(undefined, null, false)
  expect(view.at('/primary_secret_auto_retires_at'), 'primary_secret_auto_retires_at').toBeOneOf(undefined, null, 0)
  expect(view.at('/_links/self/href') ?? 'none', 'the self link').toDifferFrom(elsewhere)
}

test.describe('id of a client', () => {
  test(...verifies('CLI-004'), async ({ given, send }) => {
    const admin = await given.admin()
    const first = await send(createClient(admin, given.members()))
    const second = await send(createClient(admin, given.members()))
    const client_id = String(first.at('/client_id'))
    const id = first.at('/id')

    const patched = await send(patchClient(admin, client_id, { access_token_ttl: 61 }))
    const read = await send(readClient(admin, client_id))

    expect(read).toHaveStatus(200)
    choice('CLI-004', 'a client has', id === undefined || id === null ? 'no id' : 'an id')
    if (id === undefined || id === null) return oddity('a client has no id')
    expect(id, 'id').toMatch(uuid)
    expect(second.at('/id'), 'the id of another client').toDifferFrom(id)
    for (const later of [patched, read]) expect(later.at('/id'), 'the id after a change').toBe(id)
  })

  test(...verifies('CLI-005', 'an id nobody has'), async ({ given, send }) => {
    const admin = await given.admin()
    const id = '7e000000-0000-4000-8000-00000000c005'

    const reply = await send(createClient(admin, { ...given.members(), id }))

    choice('CLI-005', 'an id that a client brings along is', fateOf(reply, 'ignored'))
    expect(reply).toHaveStatus(201, 400, 422)
    expect(reply.at('/id') ?? 'none', 'id').toDifferFrom(id)
  })

  test(...verifies('CLI-005', 'the id of another client'), async ({ given, send }) => {
    const admin = await given.admin()
    const other = await send(createClient(admin, given.members({ access_token_ttl: 61 })))
    const id = other.at('/id') ?? '7e000000-0000-4000-8000-00000000c005'

    const reply = await send(createClient(admin, { ...given.members(), id }))

    expect(reply).toHaveStatus(201, 400, 409, 422)
    expect(reply.at('/id') ?? 'none', 'id').toDifferFrom(id)
    const still = await send(readClient(admin, String(other.at('/client_id'))))
    expect(still.at('/access_token_ttl'), 'access_token_ttl of the other client').toBe(61)
  })
})

test.describe('members that only the tenant decides', () => {
  for (const [member, value] of readOnly)
    test(...verifies('CLI-006', `${member} on creation`), async ({ given, send }) => {
      const admin = await given.admin()
      const members = given.members()

      const reply = await send(createClient(admin, { ...members, [member]: value }))

      choice('CLI-006', `${member} on creation is`, fateOf(reply, 'ignored'))
      expect(reply).toHaveStatus(201, 400, 422)
      expectUntouched(reply)
      expectUntouched(await send(readClient(admin, String(members.client_id))))
      expect(await send(tokenRequest(credentialsIn(members)))).toHaveStatus(
        ...(reply.status === 201 ? [200] : [400, 401]),
      )
    })

  for (const [member, value] of readOnly)
    test(...verifies('CLI-006', `${member} in a PATCH`), async ({ given, send }) => {
      const admin = await given.admin()
      const client = await given.client()

      const reply = await send(patchClient(admin, client.client_id, { [member]: value }))

      choice('CLI-006', `${member} in a PATCH is`, fateOf(reply, 'ignored'))
      expect(reply).toHaveStatus(200, 400, 422)
      expectUntouched(reply)
      expectUntouched(await send(readClient(admin, client.client_id)))
      expect(await send(tokenRequest(client))).toHaveStatus(200)
    })
})
