export type Members = Readonly<Record<string, unknown>>

/** A token in compact form taken apart. Nothing about it is verified. */
export interface Jws {
  /** What stands between the dots, as it came. */
  readonly segments: readonly string[]
  readonly header: Members
  readonly claims: Members
}

const base64url = /^[A-Za-z0-9_-]*$/

const objectIn = (segment: string): Members | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(segment, 'base64url'))
    const value = JSON.parse(text) as unknown
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes a token apart: three segments in base64url without padding, JSON header and JSON claims (RFC 7515 3.1,
 * RFC 7519 3). An empty signature is left to those who judge signatures.
 * @returns `undefined` where the token is anything else
 */
export const decodeJws = (token: unknown): Jws | undefined => {
  const segments = typeof token === 'string' ? token.split('.') : []
  const [header, claims] = segments.map(objectIn)
  const isCompact = segments.length === 3 && segments.every(segment => base64url.test(segment))
  return isCompact && header && claims ? { segments, header, claims } : undefined
}
