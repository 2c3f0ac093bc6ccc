import { connectTo } from '../harness/connection'
import { outgoing, type Line } from '../harness/request'
import { tokenRequest } from '../harness/requests'
import { valueAt } from '../harness/reply'
import type { Served } from '../mock/serve'

/** The client lists hold at most so many here: the tests make few. */
const plenty = { page_size: 100 }

const lists: readonly (readonly [line: Line, name: string])[] = [
  ['GET /acs/broker/oauth2-clients', '/client_id'],
  ['GET /usergroup/broker/directories', '/name'],
  ['GET /federation/broker/identity-providers', '/idp_name'],
]

/** The names of all clients, directories and identity providers of a mock, asked by means of their own. */
export const everythingOn = async ({
  baseUrl,
  client,
}: Pick<Served, 'baseUrl' | 'client'>): Promise<readonly string[]> => {
  const connection = connectTo(baseUrl)
  const ask = async (request: Parameters<typeof outgoing>[0]): Promise<unknown> =>
    JSON.parse((await connection.transmit(outgoing(request))).text)
  try {
    const bearer = String(
      valueAt(await ask(tokenRequest({ client_id: client.id, secret: client.secret })), '/access_token'),
    )
    const names: string[] = []
    for (const [line, name] of lists) {
      const items = valueAt(await ask({ line, bearer, query: line.includes('clients') ? plenty : {} }), '/items')
      const there = (items as readonly unknown[]).filter(item => valueAt(item, '/delete_in_progress') !== true)
      names.push(...there.map(item => `${line.split('/').at(-1)} ${String(valueAt(item, name))}`))
    }
    return names.toSorted()
  } finally {
    await connection.close()
  }
}
