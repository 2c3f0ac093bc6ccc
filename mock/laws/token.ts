import type { Client } from '../client'
import { tokenForm } from './token-form'
import type { Form, Refusal } from './token-form'

export type { Form, Refusal }

/** Who a request says it is. */
export interface Credentials {
  readonly id: string
  readonly secret: string
}

/** Scheme names ignore case. */
const schemeFits = (scheme: string): boolean => scheme.toLowerCase() === 'basic'

/** Id and secret are separated by the first colon and taken as they are. */
const split = (pair: string): Credentials | undefined => {
  const colon = pair.indexOf(':')
  return colon < 0 ? undefined : { id: pair.slice(0, colon), secret: pair.slice(colon + 1) }
}

/** Form credentials count only where no Authorization header is present. */
const chosen = (
  authorization: readonly string[],
  basic: Credentials | undefined,
  form: Credentials | undefined,
): Credentials | undefined => (authorization.length === 0 ? form : basic)

/** Form credentials beside the header are overlooked, not refused. */
const contradicts = (_authorization: readonly string[], _form: Credentials | undefined): boolean => false

/** Parameters of the URI are never credentials. */
const fromUri = (_query: URLSearchParams): Credentials | undefined => undefined

/** A secret compares exactly and over its whole length. */
const secretFits = (offered: string, accepted: readonly string[]): boolean => accepted.includes(offered)

/** Failed client authentication, the same words whatever failed. */
const stranger = (_known: boolean): Refusal => ({
  error: 'invalid_client',
  description: 'Client authentication failed.',
})

/** Failed client authentication is a matter of authentication: 401. */
const strangerStatus = 401 as number

/** Grant types of the token endpoint and what each must bring along. */
const needs: Readonly<Record<string, readonly string[]>> = {
  client_credentials: [],
  authorization_code: ['code', 'redirect_uri'],
  refresh_token: ['refresh_token'],
  password: ['username', 'password', 'domain'],
  'urn:ietf:params:oauth:grant-type:jwt-bearer': ['assertion'],
}

const grantRefusal = (grant: string | undefined): Refusal | undefined =>
  grant === undefined
    ? { error: 'invalid_request', description: 'The parameter grant_type is missing.' }
    : Object.hasOwn(needs, grant)
      ? undefined
      : { error: 'unsupported_grant_type', description: 'The grant type is not supported.' }

/** A client uses only the grants it is registered for. */
const mayUse = (client: Client, grant: string): boolean => client.grant_types.includes(grant)

const unregistered: Refusal = {
  error: 'unauthorized_client',
  description: 'The client is not registered for this grant type.',
}

/** Codes, refresh tokens and assertions are never issued by this tenant, so none is good. Only the client itself vouches. */
const isGood = (grant: string): boolean => grant === 'client_credentials'

const bogus: Refusal = { error: 'invalid_grant', description: 'The grant is invalid, expired or revoked.' }

/** Registered scopes among those asked for; all of them when none was asked for, or none matches. */
const granted = (registered: readonly string[], asked: readonly string[]): readonly string[] => {
  const both = registered.filter(scope => asked.includes(scope))
  return both.length > 0 ? both : registered
}

/** No choice of well-formed scopes is refused. */
const scopeRefusal = (_registered: readonly string[], _asked: readonly string[]): Refusal | undefined => undefined

/** Any number of tokens may be under way for one client. */
const copesWith = (_underWay: number): boolean => true

/** Minutes in the record, seconds on the wire. */
const lifetime = (client: Client): number => client.access_token_ttl * 60

const reply = (
  access_token: string,
  expires_in: number,
  scope: readonly string[],
): Readonly<Record<string, unknown>> => ({
  access_token,
  token_type: 'Bearer',
  expires_in,
  scope: scope.join(' '),
})

export const token = {
  ...tokenForm,
  bogus,
  chosen,
  contradicts,
  copesWith,
  fromUri,
  grantRefusal,
  granted,
  isGood,
  lifetime,
  mayUse,
  needs,
  reply,
  schemeFits,
  scopeRefusal,
  secretFits,
  split,
  stranger,
  strangerStatus,
  unregistered,
}
