import { cannotTell, choice, listClients, type Reply, type Send } from '../../harness'

/** Who reads the list. */
export interface Reader {
  readonly send: Send
  readonly admin: string
}

interface Row {
  readonly client_id: unknown
  readonly scope: unknown
}

const mostPages = 200
const manyPerPage = 100

/** The rows of a page; none where the reply is no list. */
export const rowsOn = (page: Reply): readonly Row[] => {
  const items = page.at('/items')
  return Array.isArray(items) ? (items as readonly Row[]) : []
}

/** The names on a page, in the order of the page. */
export const idsOn = (page: Reply): readonly unknown[] => rowsOn(page).map(row => row?.client_id)

/**
 * Notes what pageSize counts and where sizes end.
 * @param asked the size that was asked for
 */
export const notePageSize = (page: Reply, asked: number): void => {
  const [pageSize, rows] = [page.at('/pageSize'), rowsOn(page).length]
  if (page.status !== 200 || typeof pageSize !== 'number') return
  const meaning = pageSize === rows ? 'the number of its rows' : 'the size of a full one'
  if (rows < asked && rows === page.at('/totalCount')) choice('A-38', 'pageSize of a page that is not full is', meaning)
  if (pageSize !== rows)
    choice('CLI-059', `a page_size of ${asked} is`, pageSize === asked ? 'kept' : `capped at ${pageSize}`)
}

/** Page after page, until the tenant says that there are no more or does not answer with a list. */
export const walk = async ({ send, admin }: Reader, page_size = manyPerPage): Promise<readonly Reply[]> => {
  const pages: Reply[] = []
  for (let start_index = 1; start_index <= mostPages; start_index++) {
    const page = await send(listClients(admin, { start_index, page_size }))
    pages.push(page)
    const isLast = !(start_index < Number(page.at('/totalPages')))
    if (page.status !== 200 || isLast) return pages
  }
  return cannotTell(`there are more than ${mostPages} pages of ${page_size} clients`)
}

/** The page on which a client stands; the last page, or what came instead of one, where it stands on none. */
export const pageWith = async (reader: Reader, client_id: string): Promise<Reply> => {
  const pages = await walk(reader)
  const found = pages.find(page => idsOn(page).includes(client_id)) ?? pages.at(-1)
  return found ?? cannotTell('the list has no pages')
}
