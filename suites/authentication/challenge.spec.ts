import {
  adminOperations,
  cannotTell,
  choice,
  createGroup,
  deleteUser,
  expect,
  listClients,
  listGroups,
  listUsers,
  readGroup,
  readUser,
  test,
  verifies,
  type Reply,
  type Request,
} from '../../harness'
import { nobodysId } from './nobody'
import { strangersCall } from './admin-calls'

/** A challenge of the Bearer scheme, alone or among others. */
const bearerChallenge = /(^|,)\s*Bearer(\s|,|$)/i

const errorIn = (reply: Reply) =>
  /\bBearer\b.*?\berror\s*=\s*"?([\w.-]+)/i.exec(reply.header('www-authenticate') ?? '')?.[1]

const beyondAdministration: readonly (readonly [operation: string, request: Request])[] = [
  ['userinfo', { line: 'GET /acs/userinfo' }],
  ['listing users', listUsers()],
  ['reading a user', readUser(undefined, nobodysId)],
  ['deleting a user', deleteUser(undefined, nobodysId)],
  ['listing groups', listGroups()],
  ['reading a group', readGroup(undefined, nobodysId)],
  ['creating a group', createGroup(undefined, { displayName: 'nobody' })],
  ['Me', { line: 'GET /usergroup/scim/v2/Me', headers: { accept: 'application/scim+json' } }],
]

test.describe('challenge of a 401', () => {
  for (const operation of adminOperations)
    test(...verifies('AUTHN-002', operation), async ({ given, send }) => {
      const reply = await send(strangersCall(operation, given))
      if (reply.status !== 401) cannotTell(`a call without credentials is answered ${reply.status}, not 401`)

      expect(reply).toHaveHeader('www-authenticate', bearerChallenge)
    })

  for (const [operation, request] of beyondAdministration)
    test(...verifies('AUTHN-002', operation), async ({ send }) => {
      const reply = await send(request)

      expect(reply).toBeRefused(401)
      expect(reply.status === 401 ? reply.header('www-authenticate') : 'Bearer', 'WWW-Authenticate').toMatch(
        bearerChallenge,
      )
    })

  test(...verifies('AUTHN-002', 'a bad token'), async ({ send }) => {
    const reply = await send(listClients('not-a-token'))
    if (reply.status !== 401) cannotTell(`a bad token is answered ${reply.status}, not 401`)

    expect(reply).toHaveHeader('www-authenticate', bearerChallenge)
  })

  test(...verifies('AUTHN-003'), async ({ send }) => {
    const absent = await send(listClients())
    const garbage = await send(listClients('not-a-token'))

    const error = errorIn(garbage)
    choice('AUTHN-003', 'the challenge for a bad token names', error ?? 'no error')
    expect(absent).toBeRefused(401)
    expect(garbage).toBeRefused(401)
    expect(errorIn(absent), 'error in the challenge without credentials').toBeAbsent()
    expect(error ?? 'invalid_token', 'error in the challenge for a bad token').toBe('invalid_token')
  })
})
