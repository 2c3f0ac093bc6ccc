import {
  createClient, expect, listClients, patchClient, readClient, readDiscovery, readKeys, rotateSecret, secret, test,
  tokenRequest, verifies, type Reply,
} from '../../harness' // prettier-ignore
import { hostileBodies, hostileForms, hostileIds, hostileIndexes } from './hostile'
import { provocations } from './provocations'

const expectNo5xx = (reply: Reply, slip: string) => {
  const request = reply.header('x-request-id') ?? reply.header('x-correlation-id')
  const received = `${reply.status}${request === undefined ? '' : `, request ${request}`}`
  expect(reply.status < 500, `the status for ${slip}`).toHold('below 500', received)
}

/** Success says so in its status, and has no error in its body. */
const expectSuccess = (reply: Reply, what: string) => {
  expect(reply).toHaveStatus(200, 201, 204)
  expect(reply.at('/errors'), `errors in the reply to ${what}`).toBeAbsent()
  expect(reply.at('/error'), `error in the reply to ${what}`).toBeAbsent()
}

test.describe('statuses of errors', () => {
  for (const [group, provoke] of provocations) {
    test(...verifies('ERR-008', `slips ${group}`), async ({ given, send }) => {
      for (const [slip, reply] of await provoke(given, send)) expectNo5xx(reply, slip)
    })

    test(...verifies('ERR-009', `slips ${group}`), async ({ given, send }) => {
      for (const [slip, reply] of await provoke(given, send))
        expect(reply.status >= 300, `the status for ${slip}`).toHold('no success', String(reply.status))
    })
  }

  for (const [fault, spoil] of hostileBodies)
    test(...verifies('ERR-008', fault), async ({ given, send, tenant }) => {
      test.skip(!tenant.writes, 'may create a client: set TENANT_WRITES=allow')
      const admin = await given.admin()
      const good = createClient(admin, given.members())
      expect(await send(good)).toHaveStatus(201)

      expectNo5xx(await send({ ...good, body: spoil(given.members()) }), fault)
    })

  test(...verifies('ERR-008', 'odd ids in the path'), async ({ given, send }) => {
    const bearer = await given.admin()

    for (const id of hostileIds)
      expectNo5xx(await send({ line: `GET /acs/broker/oauth2-clients/${id}`, bearer }), `the id ${id.slice(0, 40)}`)
  })

  test(...verifies('ERR-008', 'odd values in the query'), async ({ given, send }) => {
    const admin = await given.admin()

    for (const start_index of hostileIndexes)
      expectNo5xx(await send(listClients(admin, { start_index })), `start_index ${start_index}`)
  })

  test(...verifies('ERR-008', 'odd forms at the token endpoint'), async ({ given, send }) => {
    const credentials = await given.credentials()
    expect(await send(tokenRequest(credentials))).toHaveStatus(200)

    for (const [slip, form] of hostileForms) expectNo5xx(await send(tokenRequest(credentials, form)), slip)
  })

  test(...verifies('ERR-009', 'reading'), async ({ given, send }) => {
    const admin = await given.admin()

    expectSuccess(await send(listClients(admin)), 'listing clients')
    expectSuccess(await send(readDiscovery()), 'discovery')
    expectSuccess(await send(readKeys()), 'the key set')
    expectSuccess(await send(tokenRequest(await given.credentials())), 'the token request')
  })

  test(...verifies('ERR-009', 'writing'), async ({ given, send, tenant }) => {
    test.skip(!tenant.writes, 'creates a client: set TENANT_WRITES=allow')
    const admin = await given.admin()
    const members = given.members()
    const id = String(members.client_id)

    expectSuccess(await send(createClient(admin, members)), 'creating')
    expectSuccess(await send(readClient(admin, id)), 'reading')
    expectSuccess(await send(patchClient(admin, id, { access_token_ttl: 30 })), 'changing')
    const rotation = rotateSecret(admin, id, 'start-rotate-secret', { secondary_secret: secret() })
    expectSuccess(await send(rotation), 'rotating')
  })
})
