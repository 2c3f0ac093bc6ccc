import type { Received } from './reply'

/** Why a reply may not be what the tenant has sent. */
export interface Doubt {
  readonly kind: 'silence' | 'elsewhere' | 'bytes' | 'text'
  readonly says: string
  /** Two replies with the same doubt and the same sign are the same answer. */
  readonly sign: string
}

const headerOf = ({ headers }: Received, name: string) => headers.find(([each]) => each === name)?.[1]

/** Operations that never send anybody anywhere; logins and logouts do. */
const staysHere = /^\/(?:acs\/(?:token|broker|jwks|\.well-known)|federation|usergroup)(?:[/?]|$)/

/** The host a reply redirects to, where that is another one. */
const elsewhere = (received: Received, target: string, origin: string): string | undefined => {
  const location = headerOf(received, 'location')
  if (![301, 302, 303, 307, 308].includes(received.status) || location === undefined) return undefined
  if (!staysHere.test(target) || !URL.canParse(location, origin)) return undefined
  const { host } = new URL(location, origin)
  return host === new URL(origin).host ? undefined : host
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * What speaks against believing a reply at once: none came; it sends us to another host, as the login page of a network
 * does; it says that it is JSON and is none, or not even text. All of it a road does to a reply as well as a tenant.
 * @param target of the request
 * @param origin of the tenant
 */
export const doubtOf = (received: Received, target: string, origin: string): Doubt | undefined => {
  const { silence, status, text } = received
  if (silence !== undefined)
    return {
      kind: 'silence',
      says: silence === 'stalled' ? 'no reply came in time' : 'the connection ended without a reply',
      // Closed and reset are the same: which of them shows depends on the network as well.
      sign: silence === 'stalled' ? 'stalled' : 'ended',
    }
  const host = elsewhere(received, target, origin)
  if (host !== undefined)
    return { kind: 'elsewhere', says: `${status} redirects to another host`, sign: `${status} ${host}` }
  if (text === '' || !/^application\/(?:[\w.-]+\+)?json\b/i.test(headerOf(received, 'content-type') ?? ''))
    return undefined
  const sign = `${status} ${text}`
  if (received.isGarbled) return { kind: 'bytes', says: 'the JSON of the reply is no UTF-8', sign }
  return isJson(text) ? undefined : { kind: 'text', says: 'the JSON of the reply cannot be read', sign }
}
