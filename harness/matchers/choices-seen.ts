import { choice } from '../check'
import type { Reply } from '../reply'

/** Statuses whose body comes from infrastructure in front of the tenant. */
export const fromTheGateway: ReadonlySet<number> = new Set([413, 414, 421, 429, 431, 502, 503, 504])

const scimError = 'urn:ietf:params:scim:api:messages:2.0:Error'

const dialectOf = (reply: Reply): string => {
  const schemas = reply.at('/schemas')
  const seen = [
    ...(typeof reply.at('/error') === 'string' ? ['an OAuth error object'] : []),
    ...(Array.isArray(schemas) && schemas.includes(scimError) ? ['a SCIM error message'] : []),
    ...(Array.isArray(reply.at('/errors')) ? ['an errors envelope'] : []),
  ]
  if (seen.length > 0) return seen.join(' with ')
  return reply.size === 0 ? 'an empty body' : 'a body of another kind'
}

/**
 * The dialect of an error where the documents do not settle it: on the OAuth endpoints and below the SCIM paths
 * . What was written by hand may have been answered by a parser in front of the tenant, so it says nothing.
 */
export const noteDialect = (reply: Reply): void => {
  const { request, wire } = reply.exchange
  if (wire !== undefined || reply.status < 400 || fromTheGateway.has(reply.status)) return
  const [method = '', path = ''] = request.line.split(/[ ?]/)
  if (path === '/acs/token' || path === '/acs/token/revoke')
    choice('A-01', `an error ${reply.status} of ${method} ${path} comes as`, dialectOf(reply))
  const [, resource] = /^\/usergroup\/scim\/v2\/(\w+)/.exec(path) ?? []
  if (resource !== undefined)
    choice('A-02', `an error ${reply.status} of ${method} for SCIM ${resource} comes as`, dialectOf(reply))
}

/** Where well-formed credentials stand, in the one place they stand in. */
const placeOf = ({ exchange: { request } }: Reply): string | undefined => {
  const inForm = request.form?.client_secret !== undefined
  if (request.basic?.every(Boolean) && !inForm) return 'a Basic header'
  return inForm && !request.basic && !request.headers?.authorization ? 'the form' : undefined
}

/** The status of a failed client authentication, which may differ between header and form (RFC 6749 5.2). */
export const noteInvalidClient = (reply: Reply): void => {
  const [place, [line]] = [placeOf(reply), reply.exchange.request.line.split('?')]
  if (place !== undefined && reply.at('/error') === 'invalid_client')
    choice('A-39', `invalid_client of ${line} for credentials in ${place} has status`, reply.status)
}

/** How "no response" shows. Whether a connection is closed or reset is the network's choice, not the tenant's. */
export const noteNoResponse = ({ silence, status }: Reply): void =>
  choice(
    'A-32',
    'no response shows as',
    silence ? 'a connection without a byte' : status === 444 ? 'status line 444' : `a refusal with ${status}`,
  )
