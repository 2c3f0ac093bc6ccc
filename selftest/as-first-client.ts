import { connectTo } from '../harness/connection'
import { outgoing, type Request } from '../harness/request'
import { tokenRequest } from '../harness/requests'
import { valueAt } from '../harness/reply'
import type { Served } from '../mock/serve'

/** Asks a tenant as its first client; gives the JSON of the reply. */
export type Ask = (request: Request) => Promise<unknown>

/**
 * Connects to a tenant by means of its own, for as long as `use` takes.
 * @param use is given what asks, and a token of the first client
 */
export const asFirstClient = async <T>(
  { baseUrl, client }: Pick<Served, 'baseUrl' | 'client'>,
  use: (ask: Ask, token: string) => Promise<T>,
): Promise<T> => {
  const connection = connectTo(baseUrl)
  const ask: Ask = async request => JSON.parse((await connection.transmit(outgoing(request))).text)
  try {
    const issued = await ask(tokenRequest({ client_id: client.id, secret: client.secret }))
    return await use(ask, String(valueAt(issued, '/access_token')))
  } finally {
    await connection.close()
  }
}
