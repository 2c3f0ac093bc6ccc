import type { Received } from '../reply'
import { readDiscovery, tokenRequest } from '../requests'
import { ask } from './asking'
import { headerOf, member, see, type Inquiry } from './inquiry'
import { PreflightProblem } from './problem'

/** The credentials are not good enough: known from the reply of the token endpoint. */
const refusesClient = (received: Received) =>
  received.status === 401 || /^(invalid|unauthorized)_client$/.test(String(member(received, '/error')))

const hasMember = (received: Received, ...pointers: readonly string[]) =>
  pointers.some(pointer => typeof member(received, pointer) === 'string')

/** Whether one of two answers is what only a tenant gives; a tenant with one fault spoils at most one of them. */
const isTenant = (discovery: Received, token: Received) =>
  hasMember(discovery, '/issuer', '/token_endpoint', '/jwks_uri') ||
  hasMember(token, '/access_token') ||
  (token.status === 400 && hasMember(token, '/error'))

const stranger = ({ tenant }: Inquiry, problem: string) =>
  new PreflightProblem('TENANT_BASE_URL', `${tenant.baseUrl}${problem}. Correct TENANT_BASE_URL.`)

/** Where credentials must not be sent: another host takes over, or a web page shows. */
const refuseStrangers = (inquiry: Inquiry, received: Received): void => {
  const { status } = received
  const { baseUrl } = inquiry.tenant
  if (status === 444)
    throw new PreflightProblem(
      'TENANT_BASE_URL',
      `${baseUrl} answers 444: it goes by another name. Set TENANT_BASE_URL to the tenant's own host name.`,
    )
  const location = headerOf(received, 'location') ?? ''
  if (status >= 300 && status < 400 && location && URL.canParse(location, baseUrl))
    throw stranger(inquiry, ` answers ${status} and sends everybody to ${new URL(location, baseUrl).origin}: that is no tenant`)
  if (status === 502 || status === 504) throw stranger(inquiry, ` answers ${status}: a gateway is there, the tenant is not`)
  if (status === 200 && /^text\/html\b/i.test(headerOf(received, 'content-type') ?? ''))
    throw stranger(inquiry, ` answers with a web page and nothing like a tenant's configuration: that is no tenant`)
} // prettier-ignore

const lookAtClock = (inquiry: Inquiry, received: Received): void => {
  const date = Date.parse(headerOf(received, 'date') ?? '')
  if (Number.isNaN(date)) return see(inquiry, 'clock', 'not known: replies carry no Date')
  const seconds = Math.round((date - Date.now()) / 1000)
  inquiry.found.clockOffsetSeconds = seconds
  const { skewSeconds } = inquiry.tenant
  see(
    inquiry,
    'clock',
    seconds === 0 ? 'as here' : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`,
    Math.abs(seconds) > skewSeconds
      ? `that is more than TENANT_SKEW_SECONDS (${skewSeconds}): set the clock of this machine`
      : undefined,
  )
}

/**
 * Reaches the tenant and gets a token.
 * @returns the token; `undefined` where something is wrong with it that the checks judge
 * @throws PreflightProblem
 */
export const getToken = async (inquiry: Inquiry): Promise<string | undefined> => {
  const { baseUrl, client } = inquiry.tenant
  const discovery = await ask(inquiry, readDiscovery())
  refuseStrangers(inquiry, discovery)
  see(inquiry, 'reached', `answers ${discovery.status} after ${discovery.milliseconds} ms`)
  lookAtClock(inquiry, discovery)
  const issuer = member(discovery, '/issuer')
  if (typeof issuer === 'string') inquiry.found.issuer = issuer

  const received = await ask(inquiry, tokenRequest({ client_id: client.id, secret: client.secret }))
  if (refusesClient(received))
    throw new PreflightProblem(
      'TENANT_CLIENT_SECRET',
      `${baseUrl} refuses the credentials (${received.status}). Correct TENANT_CLIENT_ID and TENANT_CLIENT_SECRET.`,
    )
  refuseStrangers(inquiry, received)
  if (!isTenant(discovery, received))
    throw stranger(inquiry, `/acs/token answers ${received.status} and nothing like a token: that is no tenant`)
  const token = member(received, '/access_token')
  see(inquiry, 'credentials', typeof token === 'string' ? `${client.id} gets tokens` : `no token (${received.status})`)
  return typeof token === 'string' ? token : undefined
}
