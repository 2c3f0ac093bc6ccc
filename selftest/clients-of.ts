import { listClients } from '../harness/requests'
import { valueAt } from '../harness/reply'
import type { Served } from '../mock/serve'
import { asFirstClient } from './as-first-client'

/** The ids of all clients of a tenant, asked through its API, page after page. */
export const clientsOf = (served: Pick<Served, 'baseUrl' | 'client'>): Promise<readonly string[]> =>
  asFirstClient(served, async (ask, token) => {
    const ids: string[] = []
    for (let page = 1; ; page++) {
      const items = valueAt(await ask(listClients(token, { page_size: 100, start_index: page })), '/items')
      if (!Array.isArray(items) || items.length === 0) return ids.toSorted()
      ids.push(...items.map(item => String(valueAt(item, '/client_id'))))
    }
  })
