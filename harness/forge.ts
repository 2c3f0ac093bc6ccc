import {
  createHmac,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto'
import { cannotTell } from './check'
import { shell } from './forge-shell'
import { readJws, type Members } from './jwt'
import { derived } from './secret-book'

const encoded = (text: string) => Buffer.from(text, 'utf8').toString('base64url')

const inputOf = (token: string, header: Members) =>
  `${encoded(JSON.stringify(header))}.${readJws(token).segments[1] ?? ''}`

/** The token with another character in the middle of its signature: the last one may carry bits nobody reads. */
export const withFlippedSignature = (token: string): string => {
  const [header, claims, signature = ''] = readJws(token).segments
  const at = Math.floor(signature.length / 2)
  const flipped = `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`
  return derived(`${header}.${claims}.${flipped}`, shell.flipped(token))
}

/** The token without its last characters. */
export const withoutEnd = (token: string, count: number): string =>
  derived(token.slice(0, -count), shell.cut(token, count))

/** The header and the claims of one token with the signature of another. */
export const withSignatureOf = (token: string, other: string): string => {
  const [header, claims] = readJws(token).segments
  return derived(`${header}.${claims}.${readJws(other).segments[2]}`, shell.swapped(token, other))
}

/** The token with something behind it. */
export const followedBy = (token: string, rest: string): string =>
  derived(`${token}${rest}`, shell.parts(token, `$t${rest}`))

/** The token without its signature and the dot before it. */
export const withoutSignature = (token: string): string =>
  derived(readJws(token).segments.slice(0, 2).join('.'), shell.parts(token, String.raw`${'$'}{t%.*}`))

/**
 * The token with other claims under its old signature. Ends the check as inconclusive where nothing would change.
 * @param pattern extended regular expression, the same for JavaScript and for sed, over the JSON text of the claims
 * @param replacement what stands there instead; a backslash and a digit repeats a group
 */
export const withClaims = (token: string, pattern: string, replacement: string): string => {
  const [header, claims = '', signature] = readJws(token).segments
  const before = Buffer.from(claims, 'base64url').toString('utf8')
  const after = before.replaceAll(new RegExp(pattern, 'g'), replacement.replaceAll(/\\(\d)/g, '$$$1'))
  if (after === before) return cannotTell('the claims of the token have no such member to alter')
  return derived(`${header}.${encoded(after)}.${signature}`, shell.claims(token, pattern, replacement))
}

/**
 * The claims of a token under a header that says they are not signed.
 * @param alg spelling of `none`
 * @param signature whether the old signature stays behind the last dot
 */
export const unsigned = (token: string, alg: string, signature: 'none' | 'old'): string => {
  const { header, segments } = readJws(token)
  const forged = { ...header, alg }
  return derived(
    `${inputOf(token, forged)}.${signature === 'none' ? '' : segments[2]}`,
    shell.unsigned(token, JSON.stringify(forged), signature),
  )
}

/**
 * The claims of a token with a message authentication code (HS256) instead of a signature.
 * @param key bytes of the secret, of any length; they are public and stand in the replay script
 * @param change members of the header that differ from those of the token
 */
export const withMac = (token: string, key: Buffer, change: Members = {}): string => {
  const header = { ...readJws(token).header, alg: 'HS256', ...change }
  const input = inputOf(token, header)
  const code = createHmac('sha256', key).update(input).digest('base64url')
  return derived(`${input}.${code}`, shell.mac(token, JSON.stringify(header), key))
}

let pair: KeyPairKeyObjectResult | undefined

/** A key of ours that no tenant knows; making one takes a tenth of a second, so a worker makes one. */
const strangersKey = (): KeyPairKeyObjectResult => (pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }))

/**
 * The claims of a token, signed (RS256) with a key that the tenant does not know.
 * @param header members of the header besides alg and typ, given the modulus of the key
 */
export const signedByStranger = (token: string, header: (modulus: string) => Members): string => {
  const { privateKey, publicKey } = strangersKey()
  const headerWith = (modulus: string): Members => ({ alg: 'RS256', typ: 'JWT', ...header(modulus) })
  const input = inputOf(token, headerWith(publicKey.export({ format: 'jwk' }).n ?? ''))
  const signature = createSign('sha256').update(input).sign(privateKey, 'base64url')
  return derived(`${input}.${signature}`, shell.stranger(token, JSON.stringify(headerWith('$n'))))
}

const spelled = {
  PEM: (key: KeyObject) => Buffer.from(key.export({ type: 'spki', format: 'pem' })),
  'PEM without its last line break': (key: KeyObject) =>
    Buffer.from(key.export({ type: 'spki', format: 'pem' }).toString().trim()),
  DER: (key: KeyObject) => key.export({ type: 'spki', format: 'der' }),
  JWK: (_: KeyObject, jwk: JsonWebKey) => Buffer.from(JSON.stringify(jwk)),
  modulus: (_: KeyObject, jwk: JsonWebKey) => Buffer.from(jwk.n ?? jwk.x ?? '', 'base64url'),
} as const

/** How one could spell a public key as the secret of a message authentication code. */
export type KeySpelling = keyof typeof spelled

/**
 * The published key that signed a token, as bytes. Ends the check as inconclusive where the key set does not have it.
 * @param keySet body of the reply of `jwks`
 */
export const publishedKey = (token: string, keySet: unknown, spelling: KeySpelling): Buffer => {
  const { kid } = readJws(token).header
  const { keys } = (keySet ?? {}) as { readonly keys?: readonly JsonWebKey[] }
  const jwk = (Array.isArray(keys) ? (keys as JsonWebKey[]) : []).find(key => kid === undefined || key.kid === kid)
  if (!jwk) return cannotTell('the published keys do not have the one that signed the token')
  return spelled[spelling](createPublicKey({ key: jwk, format: 'jwk' }), jwk)
}
