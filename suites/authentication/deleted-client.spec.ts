import { cannotTell, choice, deleteClient, expect, fateOf, listClients, test, verifies } from '../../harness'
import { accepted } from '../token/accepted'

test.describe('tokens of a deleted client', () => {
  test(...verifies('AUTHN-016'), async ({ given, send, settles }) => {
    const client = await given.client()
    const token = await given.tokenOf(client)
    await accepted(send, listClients(token))
    const { status } = await send(deleteClient(await given.admin(), client.client_id))
    if (status !== 204) cannotTell(`the client could not be deleted: ${status}`)

    const reply = await settles(
      () => send(listClients(token)),
      ({ status: now }) => now === 401,
    )

    choice('A-22', 'a token whose client is deleted is, after the settle window,', fateOf(reply))
    expect(reply).toBeRefused(401)
  })
})
