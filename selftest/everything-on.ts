import type { Line } from '../harness/request'
import { valueAt } from '../harness/reply'
import type { Served } from '../mock/serve'
import { asFirstClient } from './as-first-client'

/** The client lists hold at most so many here: the tests make few. */
const plenty = { page_size: 100 }

const lists: readonly (readonly [line: Line, name: string])[] = [
  ['GET /acs/broker/oauth2-clients', '/client_id'],
  ['GET /usergroup/broker/directories', '/name'],
  ['GET /federation/broker/identity-providers', '/idp_name'],
]

/** The names of all clients, directories and identity providers of a mock, asked by means of their own. */
export const everythingOn = (served: Pick<Served, 'baseUrl' | 'client'>): Promise<readonly string[]> =>
  asFirstClient(served, async (ask, bearer) => {
    const names: string[] = []
    for (const [line, name] of lists) {
      const items = valueAt(await ask({ line, bearer, query: line.includes('clients') ? plenty : {} }), '/items')
      const there = (items as readonly unknown[]).filter(item => valueAt(item, '/delete_in_progress') !== true)
      names.push(...there.map(item => `${line.split('/').at(-1)} ${String(valueAt(item, name))}`))
    }
    return names.toSorted()
  })
