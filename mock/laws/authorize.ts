import type { Client } from '../client'
import type { Refusal } from './token-form'

type Parameter = (name: string) => string | undefined

const invalid = (description: string): Refusal => ({ error: 'invalid_request', description })

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A wildcard stays inside its section: host names in the authority, no query or fragment in the path. */
const sectionPattern = (section: string, wildcard: string): string => section.split('*').map(escaped).join(wildcard)

const sections = /^([^:]+:\/\/)([^/?#]*)([^?#]*)(\??.*)$/

/** A redirect URI fits a registered one exactly, but for its wildcards; dot segments fit nothing. */
const redirectMatches = (registered: string, offered: string): boolean => {
  const [, scheme = '', authority = '', path = '', query = ''] = sections.exec(registered) ?? []
  if (scheme === '' || /(?:\/|%2f)(?:\.|%2e){1,2}(?:\/|%2f|[?]|$)/i.test(offered)) return false
  const pattern =
    escaped(scheme) +
    sectionPattern(authority, '[a-zA-Z0-9.-]+') +
    sectionPattern(path, '[^?#\\\\]*') +
    sectionPattern(query, '[^#\\\\]*')
  return new RegExp(`^${pattern}$`).test(offered)
}

/** Parameters that occur twice have no meaning. */
const repetition = (query: URLSearchParams): Refusal | undefined =>
  [...new Set(query.keys())].some(name => query.getAll(name).length > 1)
    ? invalid('A parameter is repeated.')
    : undefined

/** What is answered on the spot, because there is nobody trustworthy to send the user back to. */
const refusalOnTheSpot = (
  client: Client | undefined,
  redirect: string | undefined,
  matches: boolean,
): Refusal | undefined => {
  if (client === undefined) return invalid('The client is missing or not known.')
  if (redirect === undefined) return invalid('The parameter redirect_uri is missing.')
  return redirect.length <= 2048 && matches ? undefined : invalid('The redirect_uri is not registered.')
}

const responseTypes: readonly string[] = ['code']

const typeRefusal = (type: string | undefined): Refusal | undefined => {
  if (type === undefined) return invalid('The parameter response_type is missing.')
  return responseTypes.includes(type)
    ? undefined
    : { error: 'unsupported_response_type', description: 'The response type is not supported.' }
}

/** Only S256 proves possession; a challenge without a method would mean plain. */
const challengeFits = (challenge: string | undefined, method: string | undefined): boolean =>
  challenge === undefined ? method === undefined || method === 'S256' : method === 'S256'

/** What the application is told through its redirect URI. */
const refusalByRedirect = (client: Client, parameter: Parameter): Refusal | undefined => {
  if (!client.grant_types.includes('authorization_code'))
    return { error: 'unauthorized_client', description: 'The client is not registered for this grant type.' }
  if ((parameter('nonce') ?? '').length > 1024) return invalid('The nonce is too long.')
  if (!challengeFits(parameter('code_challenge'), parameter('code_challenge_method')))
    return invalid('The code_challenge_method must be S256.')
  if (parameter('prompt') === 'none') return { error: 'login_required', description: 'The user is not logged in.' }
  return undefined
}

/** A state that is too long cannot be carried, so nobody is sent back with it. */
const stateRefusal = (state: string | undefined): Refusal | undefined =>
  (state ?? '').length <= 2048 ? undefined : invalid('The state is too long.')

export const authorize = {
  challengeFits,
  redirectMatches,
  refusalByRedirect,
  refusalOnTheSpot,
  repetition,
  stateRefusal,
  typeRefusal,
}
