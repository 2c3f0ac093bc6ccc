import { deleteClient, expect, listClients, patchClient, readClient, test, verifies } from '../../harness'

test.describe('a client that is not there', () => {
  test(...verifies('CLI-041', 'PATCH'), async ({ given, send }) => {
    const admin = await given.admin()
    const nobody = given.name()
    expect(await send(listClients(admin, { page_size: 1 }))).toHaveStatus(200)

    const reply = await send(patchClient(admin, nobody, { access_token_ttl: 61 }))
    const read = await send(readClient(admin, nobody))
    const removed = await send(deleteClient(admin, nobody)) // Where the PATCH has made a client, this ends it.

    expect(reply).toHaveStatus(404)
    expect(reply).toCarryEnvelope()
    for (const later of [read, removed]) expect(later).toHaveStatus(404)
  })

  test(...verifies('CLI-041', 'DELETE'), async ({ given, send }) => {
    const admin = await given.admin()
    expect(await send(listClients(admin, { page_size: 1 }))).toHaveStatus(200)

    const reply = await send(deleteClient(admin, given.name()))

    expect(reply).toHaveStatus(404)
    expect(reply).toCarryEnvelope()
  })
})
