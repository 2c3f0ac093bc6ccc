import { cannotTell, deleteClient, expect, listClients, note, test, verifies } from '../../harness'
import { accepted } from '../token/accepted'

test.describe('tokens of a deleted client', () => {
  test(...verifies('AUTHN-016'), async ({ given, send, settles }) => {
    const client = await given.client()
    const token = await given.tokenOf(client)
    await accepted(send, listClients(token))
    const { status } = await send(deleteClient(await given.admin(), client.client_id))
    if (status !== 204) cannotTell(`the client could not be deleted: ${status}`)

    const begun = performance.now()
    const reply = await settles(
      () => send(listClients(token)),
      ({ status: now }) => now === 401,
    )

    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    note('A-22', `the token is ${reply.status === 200 ? 'still accepted' : 'refused'} ${seconds} s after the deletion`)
    expect(reply).toBeRefused(401)
  })
})
