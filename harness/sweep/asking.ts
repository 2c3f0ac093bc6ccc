import type { Connection } from '../connection'
import { mediaTypeHeaders, speak, spoken } from '../media-type'
import { readFacts } from '../preflight/facts'
import { valueAt, type Received } from '../reply'
import { tokenRequest } from '../requests'
import { outgoing, type Line, type Request } from '../request'
import { transmitPatiently } from '../retry-after'
import { roadTo } from '../road'
import { learn } from '../secret-book'
import type { Tenant } from '../tenant'
import { Trouble } from '../trouble'

/** Asks as the client that the run was given, outside of any check and without evidence. */
export interface Asking {
  /**
   * One management request without a body.
   * @throws Trouble where no reply can be had
   */
  readonly ask: (line: Line, query?: Request['query']) => Promise<Received>
  readonly close: () => Promise<void>
}

/** A reply as a value; `undefined` where it is no JSON. */
export const documentIn = ({ text }: Received): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const tokenFor = async (connection: Connection, { client }: Tenant): Promise<string> => {
  const received = await transmitPatiently(
    connection,
    outgoing(tokenRequest({ client_id: client.id, secret: client.secret })),
  )
  const token = valueAt(documentIn(received), '/access_token')
  if (typeof token !== 'string') throw new Trouble(`${client.id} gets no token: ${received.status}`)
  learn(token, 'token', { from: 'environment', variable: 'TENANT_TOKEN' })
  return token
}

/** A connection for what has to be done before, after and between runs; the token is fetched when it is first needed. */
export const askingAt = (tenant: Tenant): Asking => {
  const connection = roadTo(tenant)
  speak(readFacts(tenant)?.generation ?? spoken())
  let token: Promise<string> | undefined
  const request = async (line: Line, query: Request['query']): Promise<Received> => {
    const bearer = await (token ??= tokenFor(connection, tenant))
    return transmitPatiently(
      connection,
      outgoing({ line, bearer, headers: mediaTypeHeaders(line, false), ...(query && { query }) }),
    )
  }
  return {
    async ask(line, query) {
      const received = await request(line, query)
      if (received.status !== 401) return received
      token = undefined
      return request(line, query)
    },
    close: () => connection.close(),
  }
}
