import { connectTo, type Connection } from '../connection'
import { generations, mediaTypeHeaders, type Generation } from '../media-type'
import { replyOf, valueAt, type Received } from '../reply'
import { listClients, readDiscovery, tokenRequest } from '../requests'
import { outgoing, type Request } from '../request'
import type { Tenant } from '../tenant'
import { codeOf, inWords } from '../trouble'
import type { Facts } from './facts'

/** Why a run cannot begin: one message for people, with the setting to change. */
export class PreflightProblem extends Error {
  override name = 'PreflightProblem'
}

/** A tenant that answers more slowly than this altogether is out of reach. */
const mostMilliseconds = 11_000

const json = (received: Received): unknown => replyOf(received, undefined as never).json()

const isAboutCertificates = (code: string | undefined) => /CERT|SIGNATURE|TLS_CERT|ISSUER/.test(code ?? '')

const roadProblem = (tenant: Tenant, error: unknown): PreflightProblem => {
  const code = codeOf(error)
  const words = inWords(error)
  if (isAboutCertificates(code))
    return new PreflightProblem(
      `${tenant.baseUrl} is not trusted: ${words}. Set TENANT_CA_FILE to a PEM file with the authority that signed it, or correct TENANT_BASE_URL.`,
    )
  const hint =
    code === 'UND_ERR_SOCKET' || code === 'ECONNRESET'
      ? 'A tenant closes the connection where the host name is not its own'
      : 'Check the address, and that this machine may reach it'
  return new PreflightProblem(`${tenant.baseUrl} cannot be reached: ${words}. ${hint}: the setting is TENANT_BASE_URL.`)
}

const ask = async (tenant: Tenant, connection: Connection, request: Request): Promise<Received> => {
  try {
    return await connection.transmit(outgoing(request))
  } catch (error) {
    throw roadProblem(tenant, error)
  }
}

/** The credentials are not good enough: known from the reply of the token endpoint. */
const refusesClient = (received: Received) =>
  received.status === 401 || /^(invalid|unauthorized)_client$/.test(String(valueAt(json(received), '/error')))

/** Whether one of two answers is what only a tenant gives; a tenant with one fault spoils at most one of them. */
const isTenant = (discovery: Received, token: Received) =>
  ['/issuer', '/token_endpoint', '/jwks_uri'].some(at => typeof valueAt(json(discovery), at) === 'string') ||
  typeof valueAt(json(token), '/access_token') === 'string' ||
  (token.status === 400 && typeof valueAt(json(token), '/error') === 'string')

const tokenOf = async (tenant: Tenant, connection: Connection, discovery: Received): Promise<string | undefined> => {
  const { baseUrl, client } = tenant
  const received = await ask(tenant, connection, tokenRequest({ client_id: client.id, secret: client.secret }))
  if (refusesClient(received))
    throw new PreflightProblem(
      `${baseUrl} refuses the credentials (${received.status}). Correct TENANT_CLIENT_ID and TENANT_CLIENT_SECRET.`,
    )
  if (received.status === 444)
    throw new PreflightProblem(
      `${baseUrl} answers 444: it goes by another name. Set TENANT_BASE_URL to the tenant's own host name.`,
    )
  if (!isTenant(discovery, received))
    throw new PreflightProblem(
      `${baseUrl}/acs/token answers ${received.status} and nothing like a token: that is no tenant. Correct TENANT_BASE_URL.`,
    )
  const token = valueAt(json(received), '/access_token')
  return typeof token === 'string' ? token : undefined
}

const generationOf = async (tenant: Tenant, connection: Connection, token: string): Promise<Generation | undefined> => {
  const request = listClients(token, { page_size: 1 })
  for (const generation of generations) {
    const { status } = await ask(tenant, connection, {
      ...request,
      headers: mediaTypeHeaders(request.line, false, generation),
    })
    if (status === 200) return generation
    if (status === 403)
      throw new PreflightProblem(
        `The client ${tenant.client.id} may not list OAuth 2.0 clients (403). Put a client with the TENANT_ADMIN rule set and the admin scope into TENANT_CLIENT_ID.`,
      )
  }
  return undefined
}

const offset = ({ headers }: Received): number | undefined => {
  const date = Date.parse(headers.find(([name]) => name === 'date')?.[1] ?? '')
  return Number.isNaN(date) ? undefined : Math.round((date - Date.now()) / 1000)
}

/**
 * Finds out whether the tenant can be asked at all, before any check: reached, trusted, known credentials, enough
 * rights. What the tenant does wrong beyond that is left to the checks.
 * @throws PreflightProblem with one message that names the cause and the setting
 */
export const preflight = async (tenant: Tenant): Promise<Facts> => {
  const connection = connectTo(tenant.baseUrl, { caFile: tenant.caFile, patience: 6_000 })
  const late = setTimeout(() => void connection.close(), mostMilliseconds)
  try {
    const discovery = await ask(tenant, connection, readDiscovery())
    const token = await tokenOf(tenant, connection, discovery)
    const generation = token === undefined ? undefined : await generationOf(tenant, connection, token)
    const issuer = valueAt(json(discovery), '/issuer')
    const seconds = offset(discovery)
    return {
      baseUrl: tenant.baseUrl,
      ...(generation && { generation }),
      ...(typeof issuer === 'string' && { issuer }),
      ...(seconds !== undefined && { clockOffsetSeconds: seconds }),
    }
  } finally {
    clearTimeout(late)
    await connection.close()
  }
}
