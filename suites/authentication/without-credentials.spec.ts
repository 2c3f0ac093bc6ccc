import {
  adminOperations,
  createClient,
  deleteClient,
  expect,
  listClients,
  patchClient,
  readClient,
  rotateSecret,
  secret,
  test,
  tokenRequest,
  verifies,
} from '../../harness'
import { accepted } from '../token/accepted'
import { strangersCall } from './admin-calls'

test.describe('an admin operation without credentials', () => {
  for (const operation of adminOperations)
    test(...verifies('AUTHN-001', operation), async ({ given, send }) => {
      await accepted(send, listClients(await given.admin()))

      expect(await send(strangersCall(operation, given))).toBeRefused(401)
    })

  test(...verifies('AUTHN-001', 'nothing is created'), async ({ given, send }) => {
    const admin = await given.admin()
    const members = given.members()

    expect(await send(createClient(undefined, members))).toBeRefused(401)

    expect(await send(readClient(admin, String(members.client_id)))).toBeRefused(404)
  })

  test(...verifies('AUTHN-001', 'nothing is changed'), async ({ given, send }) => {
    const admin = await given.admin()
    const client = await given.client()
    const { client_id } = client
    const before = await send(readClient(admin, client_id))

    for (const request of [
      patchClient(undefined, client_id, { access_token_ttl: 30 }),
      rotateSecret(undefined, client_id, 'start-rotate-secret', { secondary_secret: secret() }),
      deleteClient(undefined, client_id),
    ])
      expect(await send(request)).toBeRefused(401)

    const after = await send(readClient(admin, client_id))
    expect(after).toHaveStatus(200)
    expect(after.json(), 'the client afterwards').toBe(before.json())
    expect(await send(tokenRequest(client))).toHaveStatus(200)
  })
})
