import { deleteClient, expect, listClients, readClient, test, verifies } from '../../harness'
import { idsOn, pageWith, rowsOn } from './pages'

test.describe('the list of clients', () => {
  test(...verifies('CLI-052'), async ({ given, send }) => {
    const reply = await send(listClients(await given.admin()))

    expect(reply).toHaveStatus(200)
    expect(reply).toMatchSchema('clients/list')
  })

  for (const scope of [['admin'], ['user', 'profile'], ['admin', 'user', 'email']])
    test(...verifies('CLI-053', scope.join(' ')), async ({ given, send, settles }) => {
      const admin = await given.admin()
      const { client_id } = await given.client({ scope })

      const ask = () => pageWith({ send, admin }, client_id)
      const page = await settles(ask, each => idsOn(each).includes(client_id))
      const read = await send(readClient(admin, client_id))

      const row = rowsOn(page).find(each => each?.client_id === client_id)
      expect(page).toHaveStatus(200)
      expect(row?.client_id, 'client_id in the list').toBe(client_id)
      expect(row?.scope, 'scope in the list').toBeTheSet(scope)
      expect(read.at('/scope'), 'scope of the client itself').toBeTheSet(scope)
    })

  test(...verifies('CLI-060'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()
    const ask = () => pageWith({ send, admin }, client_id)

    const created = await settles(ask, page => idsOn(page).includes(client_id))
    expect(await send(deleteClient(admin, client_id))).toHaveStatus(204)
    const deleted = await settles(ask, page => !idsOn(page).includes(client_id))

    expect(idsOn(created), 'the clients listed after the creation').toInclude(client_id)
    expect(deleted).toHaveStatus(200)
    expect(idsOn(deleted), 'the clients listed after the deletion').toExclude(client_id)
  })
})
