import { cannotTell, deleteClient, expect, readClient, test, tokenRequest, verifies } from '../../harness'
import { idsOn, pageWith } from './pages'

test.describe('DELETE of a client', () => {
  test(...verifies('CLI-048'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()
    const ask = () => pageWith({ send, admin }, client_id)
    const before = await settles(ask, page => idsOn(page).includes(client_id))
    if (!idsOn(before).includes(client_id)) cannotTell('the client was not listed before it was deleted')

    const reply = await send(deleteClient(admin, client_id))
    const read = await settles(
      () => send(readClient(admin, client_id)),
      ({ status }) => status === 404,
    )
    const page = await settles(ask, each => !idsOn(each).includes(client_id))

    expect(reply).toHaveStatus(204)
    expect(reply).toHaveNoBody()
    expect(read).toHaveStatus(404)
    expect(page).toHaveStatus(200)
    expect(idsOn(page), 'the clients listed').toExclude(client_id)
  })

  test(...verifies('CLI-049'), async ({ given, send }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()
    expect(await send(deleteClient(admin, client_id))).toHaveStatus(204)

    const again = await send(deleteClient(admin, client_id))

    expect(again).toHaveStatus(404)
    expect(again).toCarryEnvelope()
  })

  test(...verifies('CLI-050'), async ({ given, send, settles }) => {
    const client = await given.client()
    const good = tokenRequest(client)
    expect(await send(good)).toHaveStatus(200)

    const { status } = await send(deleteClient(await given.admin(), client.client_id))
    if (status !== 204) cannotTell(`the client could not be deleted: ${status}`)
    const late = await settles(
      () => send(good),
      reply => reply.status !== 200,
    )

    expect(late).toHaveStatus(401, 400, 403)
    expect(late).toBeRefused(401, 'invalid_client')
  })
})
