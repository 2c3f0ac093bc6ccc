import { cannotTell, choice, expect, fateOf, listClients, test, verifies } from '../../harness'
import { notePageSize } from './pages'

const largest = 2_147_483_647
const longestWait = 10_000

test.describe('start_index and page_size out of bounds', () => {
  for (const parameter of ['start_index', 'page_size'])
    for (const value of ['0', '-1', 'abc', '99999999999'])
      test(...verifies('CLI-057', `${parameter}=${value}`), async ({ given, send }) => {
        const admin = await given.admin()
        expect(await send(listClients(admin, { start_index: 1, page_size: 1 }))).toHaveStatus(200)

        const reply = await send(listClients(admin, { [parameter]: value }))

        expect(reply).toBeRefused(400)
        expect(reply).toCarryEnvelope()
      })

  test(...verifies('CLI-058'), async ({ given, send }) => {
    const admin = await given.admin()
    const page_size = 100 // So many clients on each of five pages cannot come in between.
    const first = await send(listClients(admin, { page_size }))
    const pages = Number(first.at('/totalPages'))
    if (first.status !== 200 || !(pages >= 1)) cannotTell(`the number of pages is not known: ${first.status}`)

    const reply = await send(listClients(admin, { start_index: pages + 5, page_size }))

    notePageSize(first, page_size)
    choice('CLI-058', 'a page beyond the last is', fateOf(reply, 'empty'))
    expect(reply).toHaveStatus(200, 400, 404)
    expect(reply.at('/items'), 'items beyond the last page').toBeAbsent()
  })

  for (const start_index of [1, 3])
    test(...verifies('CLI-059', `page ${start_index}`), async ({ given, send }) => {
      const admin = await given.admin()
      expect(await send(listClients(admin, { page_size: 1 }))).toHaveStatus(200)

      const reply = await send(listClients(admin, { start_index, page_size: largest }))

      choice('CLI-059', `page ${start_index} of the largest size is`, fateOf(reply))
      if (start_index === 1) notePageSize(reply, largest)
      expect(reply).toHaveStatus(200, 400, ...(start_index > 1 ? [404] : []))
      const items = reply.at('/items') ?? []
      const most = reply.status === 200 ? Number(reply.at('/totalCount')) : 0
      expect(Array.isArray(items) ? items.length : items, 'the number of items').toBeWithin(0, most)
      expect(reply.milliseconds, 'milliseconds until the reply').toBeWithin(0, longestWait)
    })
})
