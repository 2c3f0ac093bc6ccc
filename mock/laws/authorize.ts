import type { Client } from '../client'
import type { Refusal } from './token-form'

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

/** The longest values, in characters. */
const limits = { redirect_uri: 2048 as number, state: 2048 as number, nonce: 1024 as number }

const fits = (value: string | undefined, longest: number): boolean => (value ?? '').length <= longest

/** What is answered on the spot, because there is nobody trustworthy to send the user back to. */
const refusalOnTheSpot = (
  client: Client | undefined,
  redirect: string | undefined,
  matches: boolean,
  longest: number,
): Refusal | undefined => {
  if (client === undefined) return invalid('The client is missing or not known.')
  if (redirect === undefined) return invalid('The parameter redirect_uri is missing.')
  return fits(redirect, longest) && matches ? undefined : invalid('The redirect_uri is not registered.')
}

/** A refusal goes to a redirect URI that was judged and found good, to no other. */
const tellsAt = (redirect: string | undefined, isTrusted: boolean, _error: string): string | undefined =>
  isTrusted ? redirect : undefined

/** What the application is told: the error, and its state as it was. */
const told = ({ error, description }: Refusal, state: string | undefined): Readonly<Record<string, string>> => ({
  error,
  error_description: description,
  ...(state !== undefined && { state }),
})

const responseTypes: readonly string[] = ['code']

const typeRefusal = (type: string | undefined): Refusal | undefined => {
  if (type === undefined) return invalid('The parameter response_type is missing.')
  return responseTypes.includes(type)
    ? undefined
    : { error: 'unsupported_response_type', description: 'The response type is not supported.' }
}

/** Codes are for clients that registered for them. */
const grantFits = ({ grant_types }: Client): boolean => grant_types.includes('authorization_code')

/** Only S256 proves possession; a challenge without a method would mean plain. */
const challengeFits = (challenge: string | undefined, method: string | undefined): boolean =>
  challenge === undefined ? method === undefined || method === 'S256' : method === 'S256'

/** Scopes that are not registered are ignored, even if nothing else is asked for. */
const scopeRefusal = (_registered: readonly string[], _asked: readonly string[]): Refusal | undefined => undefined

/** Nobody has a session here, whatever the browser brings. */
const isLoggedIn = (): boolean => false

/** Without a session a client that wants no page is told so. */
const promptRefusal = (prompt: string | undefined): Refusal | undefined =>
  prompt === 'none' ? { error: 'login_required', description: 'The user is not logged in.' } : undefined

const nonceRefusal = (nonce: string | undefined, longest: number): Refusal | undefined =>
  fits(nonce, longest) ? undefined : invalid('The nonce is too long.')

/** A state that is too long cannot be carried, so nobody is sent back with it. */
const stateRefusal = (state: string | undefined, longest: number): Refusal | undefined =>
  fits(state, longest) ? undefined : invalid('The state is too long.')

export const authorize = {
  challengeFits,
  grantFits,
  isLoggedIn,
  limits,
  nonceRefusal,
  promptRefusal,
  redirectMatches,
  refusalOnTheSpot,
  repetition,
  scopeRefusal,
  stateRefusal,
  tellsAt,
  told,
  typeRefusal,
}
