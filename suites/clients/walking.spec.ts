import { isDeepStrictEqual } from 'node:util'
import { expect, listClients, note, test, verifies, type Reply } from '../../harness'
import { idsOn, pageWith, walk, type Reader } from './pages'
import { faultOf, type Look } from './steady'

const leastPerPage = 7
const mostPages = 40

const countOn = (page: Reply | undefined) => Number(page?.at('/totalCount'))

/** Seven clients a page; more where a tenant has so many clients that the walk would never end. */
const sizeFor = async ({ send, admin }: Reader): Promise<number> =>
  Math.max(leastPerPage, Math.ceil((countOn(await send(listClients(admin, { page_size: 1 }))) || 0) / mostPages))

/** All names, in one page where the tenant gives so large a one; `undefined` where it gives none. */
const everyone = async (reader: Reader, about: number): Promise<readonly string[] | undefined> => {
  const pages = await walk(reader, about + 50)
  return pages.every(({ status }) => status === 200) ? [...new Set(pages.flatMap(idsOn).map(String))].sort() : undefined
}

/** What the counters of a page contradict, all within this one reply. */
const miscount = (page: Reply, number: number, size: number): string | undefined => {
  const total = countOn(page)
  const rows = Math.min(size, Math.max(0, total - size * (number - 1)))
  const expected = { pageNumber: number, totalPages: Math.ceil(total / size), rows }
  const received = {
    pageNumber: page.at('/pageNumber'),
    totalPages: page.at('/totalPages'),
    rows: idsOn(page).length,
  }
  return isDeepStrictEqual(received, expected)
    ? undefined
    : `${JSON.stringify(received)} with totalCount ${total}, not ${JSON.stringify(expected)}`
}

/** What is wrong with the names that a walk has found. */
const misseen = (seen: readonly unknown[], own: readonly string[]): string | undefined => {
  const missing = own.filter(id => !seen.includes(id))
  const doubled = seen.filter((id, at) => seen.indexOf(id) !== at)
  if (missing.length > 0) return `a walk without ${missing.join(', ')}`
  return doubled.length > 0 ? `a walk with ${[...new Set(doubled)].join(', ')} more than once` : undefined
}

/** The order of a list is for the tenant to choose. */
const noteOrder = (seen: readonly unknown[], own: readonly string[]): void => {
  const places = own.map(id => seen.indexOf(id))
  const isAged = places.every((place, at) => at === 0 || place > Number(places[at - 1]))
  note('measured', `clients are ${isAged ? '' : 'not '}listed in the order of their creation`)
}

/** One walk between two readings of all names; the list was steady if both have the same. */
const lookAt = async (reader: Reader, own: readonly string[]): Promise<Look> => {
  const size = await sizeFor(reader)
  const before = await everyone(reader, size * mostPages)
  const pages = await walk(reader, size)
  const after = await everyone(reader, size * mostPages)

  noteOrder(pages.flatMap(idsOn), own)
  const miscounts = pages.map((page, at) => miscount(page, at + 1, size)).filter(text => text !== undefined)
  const fault = misseen(pages.flatMap(idsOn), own) ?? miscounts[0]
  return { fault, isSteady: before !== undefined && isDeepStrictEqual(before, after), last: pages.at(-1) as Reply }
}

test.describe('a walk through all pages of the list of clients', () => {
  test(...verifies('CLI-056'), async ({ given, send, settles }) => {
    const reader = { send, admin: await given.admin() }
    const own: string[] = []
    while (own.length <= leastPerPage) own.push((await given.client()).client_id)
    const youngest = String(own.at(-1))
    await settles(
      () => pageWith(reader, youngest),
      page => idsOn(page).includes(youngest),
    )

    const fault = await faultOf(() => lookAt(reader, own), settles)

    expect(fault === undefined, 'the walk').toHold('every client once, and counters that agree', fault)
  })
})
