import { connectTo } from '../harness/connection'
import { outgoing } from '../harness/request'
import { listClients, tokenRequest } from '../harness/requests'
import { valueAt } from '../harness/reply'
import type { Served } from '../mock/serve'

/** The ids of all clients of a tenant, asked through its API, page after page. */
export const clientsOf = async ({
  baseUrl,
  client,
}: Pick<Served, 'baseUrl' | 'client'>): Promise<readonly string[]> => {
  const connection = connectTo(baseUrl)
  const ask = async (request: Parameters<typeof outgoing>[0]): Promise<unknown> =>
    JSON.parse((await connection.transmit(outgoing(request))).text)
  try {
    const token = String(
      valueAt(await ask(tokenRequest({ client_id: client.id, secret: client.secret })), '/access_token'),
    )
    const ids: string[] = []
    for (let page = 1; ; page++) {
      const items = valueAt(await ask(listClients(token, { page_size: 100, start_index: page })), '/items')
      if (!Array.isArray(items) || items.length === 0) return ids.toSorted()
      ids.push(...items.map(item => String(valueAt(item, '/client_id'))))
    }
  } finally {
    await connection.close()
  }
}
