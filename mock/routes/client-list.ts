import { summaryOf } from '../client-view'
import type { Exchange } from '../exchange'
import { denied, ok, route } from '../route'
import type { Wire } from '../wire'

const outOfRange = (parameter: string): Wire =>
  denied(400, [
    {
      code: `request.${parameter.replace('_', '.')}.invalid`,
      message: `${parameter} must be a positive number of 32 bits.`,
    },
  ])

const page = (exchange: Exchange, number: number, size: number): Wire => {
  const { tenant, laws, type } = exchange
  const rows = laws.paging.order([...tenant.store.clients.values()].filter(laws.clients.isListed))
  if (!laws.paging.pageFits(number, laws.paging.totalPages(rows.length, size))) return outOfRange('start_index')
  const shown = laws.paging.slice(rows, number, size)
  return ok(
    {
      items: shown.map(({ client }) => summaryOf(exchange, client)),
      totalCount: rows.length,
      pageNumber: number,
      totalPages: laws.paging.totalPages(rows.length, size),
      pageSize: laws.paging.shownSize(size, shown.length),
      _links: { self: { href: `${tenant.baseUrl}/acs/broker/oauth2-clients?start_index=${number}&page_size=${size}` } },
    },
    { 'content-type': type },
  )
}

/** One page of all clients. */
const list = route(
  'GET /acs/broker/oauth2-clients',
  { right: 'clients:read', dialect: 'envelope', reads: 'nothing', answers: 'client-list' },
  exchange => {
    const { query } = exchange.request
    const { paging } = exchange.laws
    const number = paging.count(query.getAll('start_index'), paging.usualPage)
    if (number === undefined) return outOfRange('start_index')
    const size = paging.count(query.getAll('page_size'), paging.usualSize)
    if (size === undefined || !paging.sizeFits(size)) return outOfRange('page_size')
    return page(exchange, number, paging.size(size))
  },
)

export const clientList = [list] as const
