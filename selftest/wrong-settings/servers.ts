import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { serveSockets, serveWeb, type Local, type Pem } from '../local-servers'

/** What stands where a setting points to, and how much it was asked. */
export interface Counted extends Local {
  readonly asked: () => number
}

type Page = readonly [status: number, body?: string, headers?: Readonly<Record<string, string>>]

const json = { 'content-type': 'application/json' }
const issuer: Page = [200, '{"issuer":"https://t.example"}', json]
const token: Page = [200, '{"access_token":"a.b.c"}', json]
const clients = '/acs/broker/oauth2-clients'

/** The pages of a tenant that is all right, by path; each may be replaced. */
export const tenantPages = (change: Readonly<Record<string, Page>> = {}): Readonly<Record<string, Page>> => ({
  '/acs/.well-known/openid-configuration': issuer,
  '/acs/token': token,
  [clients]: [200, '{"items":[]}', json],
  [`${clients}/an-id`]: [200, '{"client_id":"an-id","rule_set_names":["TENANT_ADMIN"]}', json],
  ...change,
})

/** A web server with these pages; everything else is answered by `otherwise`. */
export const pages = async (
  known: Readonly<Record<string, Page>>,
  tls?: Pem,
  otherwise: Page = [404],
): Promise<Counted> => {
  let count = 0
  const answer = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    count++
    const [status, body = '', headers = {}] = known[url.split('?')[0] ?? ''] ?? otherwise
    response.writeHead(status, headers).end(body)
  }
  return { ...(await serveWeb(answer, tls)), asked: () => count }
}

/** Everything is answered the same way. */
export const always = (...page: Page): Promise<Counted> => pages({}, undefined, page)

/** A server that does something with each connection; connections are counted. */
export const sockets = async (answer: (socket: Socket) => void): Promise<Counted> => {
  let count = 0
  const local = await serveSockets(socket => {
    count++
    answer(socket)
  })
  return { ...local, asked: () => count }
}

/** A proxy that answers what it is asked for with a status. */
export const proxySaying = (status: number): Promise<Counted> =>
  sockets(socket => void socket.once('data', () => socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`)))
