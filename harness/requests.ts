import { mediaTypeHeaders } from './media-type'
import type { Line, Request } from './request'

/** What a client needs to get a token. */
export interface Credentials {
  readonly client_id: string
  readonly secret: string
}

type Json = unknown
type Query = NonNullable<Request['query']>

const clients = '/acs/broker/oauth2-clients'
const clientAt = (id: string) => `${clients}/${encodeURIComponent(id)}` as const

const management = (line: Line, bearer: string | undefined, rest: Partial<Request> = {}): Request => ({
  line,
  bearer,
  headers: mediaTypeHeaders(line, rest.json !== undefined),
  ...rest,
})

/** Step 2 of the guide: Basic credentials and a form with `grant_type`; further members as given. */
export const tokenRequest = ({ client_id, secret }: Credentials, form: Request['form'] = {}): Request => ({
  line: 'POST /acs/token',
  basic: [client_id, secret],
  form: { grant_type: 'client_credentials', ...form },
})

export const revokeRequest = (
  { client_id, secret }: Credentials,
  token: string,
  form: Request['form'] = {},
): Request => ({
  line: 'POST /acs/revoke',
  basic: [client_id, secret],
  form: { token, ...form },
})

export const readDiscovery = (): Request => ({ line: 'GET /acs/.well-known/openid-configuration' })
export const readKeys = (): Request => ({ line: 'GET /acs/jwks' })

export const listClients = (bearer?: string, query: Query = {}): Request =>
  management(`GET ${clients}`, bearer, { query })
export const readClient = (bearer: string | undefined, id: string): Request => management(`GET ${clientAt(id)}`, bearer)
export const createClient = (bearer: string | undefined, json: Json): Request =>
  management(`POST ${clients}`, bearer, { json })
export const patchClient = (bearer: string | undefined, id: string, json: Json, query: Query = {}): Request =>
  management(`PATCH ${clientAt(id)}`, bearer, { json, query })
export const deleteClient = (bearer: string | undefined, id: string): Request =>
  management(`DELETE ${clientAt(id)}`, bearer)
export const rotateSecret = (bearer: string | undefined, id: string, action: string, json?: Json): Request =>
  management(`POST ${clientAt(id)}`, bearer, { query: { action }, ...(json !== undefined && { json }) })

const directories = '/usergroup/broker/directories'

export const listDirectories = (bearer?: string): Request => management(`GET ${directories}`, bearer)
export const createDirectory = (bearer: string | undefined, json: Json): Request =>
  management(`POST ${directories}`, bearer, { json })
export const readDirectory = (bearer: string | undefined, id: string): Request =>
  management(`GET ${directories}/${id}`, bearer)
export const patchDirectory = (bearer: string | undefined, id: string, json: Json): Request =>
  management(`PATCH ${directories}/${id}`, bearer, { json })
export const deleteDirectory = (bearer: string | undefined, id: string): Request =>
  management(`DELETE ${directories}/${id}`, bearer)

/** Credentials for the sync client of a directory: a token, or an id and a secret. */
export const generateCredentials = (bearer: string | undefined, id: string, json?: Json): Request =>
  management(`POST ${directories}/${id}/sync-client`, bearer, {
    query: { action: 'generate_credentials' },
    ...(json !== undefined && { json }),
  })
export const readSyncClient = (bearer: string | undefined, id: string): Request =>
  management(`GET ${directories}/${id}/sync-client`, bearer)

const providers = '/federation/broker/identity-providers'

export const listIdentityProviders = (bearer?: string): Request => management(`GET ${providers}`, bearer)
export const createIdentityProvider = (bearer: string | undefined, json: Json): Request =>
  management(`POST ${providers}`, bearer, { json })
export const readIdentityProvider = (bearer: string | undefined, id: string): Request =>
  management(`GET ${providers}/${id}`, bearer)
export const patchIdentityProvider = (bearer: string | undefined, id: string, json: Json): Request =>
  management(`PATCH ${providers}/${id}`, bearer, { json })
export const deleteIdentityProvider = (bearer: string | undefined, id: string): Request =>
  management(`DELETE ${providers}/${id}`, bearer)
