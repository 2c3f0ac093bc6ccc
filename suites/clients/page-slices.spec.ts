import { isDeepStrictEqual } from 'node:util'
import { expect, listClients, test, verifies, type Reply } from '../../harness'
import { idsOn, type Reader } from './pages'
import { atLeast, faultOf, type Look } from './steady'

type Query = NonNullable<Parameters<typeof listClients>[1]>

const usualSize = 20

const pageOf = ({ send, admin }: Reader, query: Query) => send(listClients(admin, query))

const isSame = (before: Reply, after: Reply) =>
  before.status === 200 && after.status === 200 && isDeepStrictEqual(idsOn(before), idsOn(after))

/** Without parameters, with the defaults spelt out, and without parameters again. */
const lookAtDefaults = async (reader: Reader): Promise<Look> => {
  const before = await pageOf(reader, {})
  const spelt = await pageOf(reader, { start_index: 1, page_size: usualSize })
  const last = await pageOf(reader, {})

  const faults = [
    [idsOn(before).length === usualSize, `${idsOn(before).length} of ${String(before.at('/totalCount'))} clients`],
    [before.at('/pageNumber') === 1, `pageNumber ${String(before.at('/pageNumber'))}`],
    [isSame(before, spelt), 'other clients than with start_index=1 and page_size=20'],
  ] as const
  const isEnough = Number(before.at('/totalCount')) > usualSize && Number(last.at('/totalCount')) > usualSize
  return { fault: faults.find(([holds]) => !holds)?.[1], isSteady: isEnough && isSame(before, last), last }
}

/** Three pages of two clients between two readings of the same six. */
const lookAtSlices = async (reader: Reader): Promise<Look> => {
  const six = { start_index: 1, page_size: 6 }
  const before = await pageOf(reader, six)
  const slices: (readonly unknown[])[] = []
  for (const start_index of [1, 2, 3]) slices.push(idsOn(await pageOf(reader, { start_index, page_size: 2 })))
  const last = await pageOf(reader, six)

  const holds = idsOn(before).length === 6 && isDeepStrictEqual(slices.flat(), idsOn(before))
  const fault = `${JSON.stringify(slices)} where one page of six has ${JSON.stringify(idsOn(before))}`
  const isEnough = Number(before.at('/totalCount')) >= 6 && Number(last.at('/totalCount')) >= 6
  return { fault: holds ? undefined : fault, isSteady: isEnough && isSame(before, last), last }
}

test.describe('pages of the list of clients', () => {
  for (const [id, count, look, promise] of [
    ['CLI-054', usualSize + 1, lookAtDefaults, 'the first 20 clients, as with start_index=1 and page_size=20'],
    ['CLI-055', 6, lookAtSlices, 'pages 1 to 3 of two that make up the page of six'],
  ] as const)
    test(...verifies(id), async ({ given, send, settles }) => {
      const reader = { send, admin: await given.admin() }

      const lookAgain = async () => {
        await atLeast(count, given, reader)
        return look(reader)
      }
      const fault = await faultOf(lookAgain, settles)

      expect(fault === undefined, 'the list').toHold(promise, fault)
    })
})
