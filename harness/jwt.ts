import type { JWK } from 'jose'
import { decodeJws, type Jws, type Members } from './jws'
import { test } from './test'
import { Trouble } from './trouble'

export { decodeJws, type Jws, type Members } from './jws'

/** As `decodeJws`, for checks that need to look inside: an opaque token ends them as skipped, JWT-001 judges that. */
export const readJws = (token: unknown): Jws => {
  const jws = decodeJws(token)
  test.skip(jws === undefined, 'the access token is opaque: JWT-001 judges that, nothing can be read from it')
  return jws as Jws
}

/** The scopes a token names, as text or list, under `scope` or `scp`; `undefined` where it names none of both. */
export const scopeClaim = ({ claims }: Jws): readonly string[] | undefined => {
  const value = claims.scope ?? claims.scp
  if (typeof value === 'string') return value.split(' ').filter(Boolean)
  return Array.isArray(value) ? value.map(String) : undefined
}

const keysIn = (keySet: unknown): readonly JWK[] => {
  const keys = typeof keySet === 'object' && keySet !== null ? (keySet as { keys?: unknown }).keys : undefined
  return Array.isArray(keys) ? (keys as JWK[]) : []
}

/** Without a `kid` only the key of a set of one is selected (RFC 7515 4.1.4). */
const selected = (kid: unknown, keys: readonly JWK[]): readonly JWK[] =>
  kid === undefined && keys.length === 1 ? keys : keys.filter(key => kid !== undefined && key.kid === kid)

// The library is loaded by the first check that needs it: all others would wait for it.
const isVerifiedBy = async (token: string, alg: string, key: JWK): Promise<boolean> => {
  const { compactVerify, errors, importJWK } = await import('jose')
  try {
    await compactVerify(token, await importJWK(key, alg), { algorithms: [alg] })
    return true
  } catch (error) {
    if (error instanceof errors.JOSENotSupported)
      throw new Trouble(`signatures with ${alg} cannot be verified here`, { cause: error })
    return false
  }
}

/**
 * Whether the key that `kid` selects in a key set verifies the signature of a token. Symmetric keys verify nothing.
 * @param keySet the body of a reply; a key set or not
 * @throws Trouble where the algorithm is not supported here
 */
export const isSigned = async (token: string, keySet: unknown): Promise<boolean> => {
  const { kid, alg } = decodeJws(token)?.header ?? {}
  if (typeof alg !== 'string' || /^(none|HS\d+)$/i.test(alg)) return false
  const results = await Promise.all(selected(kid, keysIn(keySet)).map(key => isVerifiedBy(token, alg, key)))
  return results.includes(true)
}

/** A well-formed token signed with a fresh key that nobody else has. */
export const selfSigned = async (claims: Members): Promise<string> => {
  const { generateKeyPair, SignJWT } = await import('jose')
  const { privateKey } = await generateKeyPair('ES256')
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', typ: 'JWT' }).sign(privateKey)
}
