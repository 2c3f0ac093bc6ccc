import { cannotTell, type Reply } from '../../harness'

/** One published key. What stands in it is not known yet. */
export type Key = Readonly<Record<string, unknown>>

/** The keys of a key set. Ends the check as inconclusive where the reply has none: OIDC-010 judges that. */
export const keysIn = (reply: Reply): readonly Key[] => {
  const keys = reply.at('/keys')
  if (reply.status !== 200 || !Array.isArray(keys) || keys.length === 0)
    return cannotTell(`${reply.exchange.request.line} is answered ${reply.status} without keys: see OIDC-010`)
  return keys.map(key => (typeof key === 'object' && key !== null ? key : {}) as Key)
}

/** A key as a report calls it. */
export const nameOfKey = ({ kty, kid }: Key): string =>
  `the ${String(kty)} key ${kid === undefined ? 'without kid' : JSON.stringify(kid)}`

/** The members of a private or symmetric key (RFC 7518 6.2.2, 6.3.2, 6.4.1). */
export const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const

const needed: Readonly<Record<string, readonly string[]>> = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'], oct: [] }

/** Bytes of a coordinate (RFC 7518 6.2.1.2, RFC 8812 3.1). */
const coordinate: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66, secp256k1: 32 }

const bytes = (value: unknown) => Buffer.from(String(value), 'base64url')

/** What is wrong with the public members of a key (RFC 7518 6), in words; `undefined` where they are as they must be. */
export const memberFault = (key: Key): string | undefined => {
  const names = typeof key.kty === 'string' && Object.hasOwn(needed, key.kty) ? needed[key.kty] : undefined
  if (!names) return `kty ${JSON.stringify(key.kty)}`
  const missing = names.find(name => typeof key[name] !== 'string' || key[name] === '')
  if (missing !== undefined) return `${missing} ${JSON.stringify(key[missing]) ?? 'absent'}`
  const odd = names.find(name => name !== 'crv' && !/^[\w-]+$/.test(String(key[name])))
  if (odd !== undefined) return `${odd} in other characters than those of base64url without padding`
  const length = key.kty === 'EC' ? coordinate[String(key.crv)] : undefined
  const wrong = length === undefined ? undefined : ['x', 'y'].find(name => bytes(key[name]).length !== length)
  return wrong === undefined ? undefined : `${wrong} of ${bytes(key[wrong]).length} bytes, not ${length}`
}

/** Whether a number of an RSA key begins with a byte that says nothing (RFC 7518 2 forbids it). */
export const hasLeadingZero = ({ kty, n, e }: Key): boolean =>
  kty === 'RSA' && [n, e].some(value => bytes(value).length > 1 && bytes(value)[0] === 0)

/** Bits of the modulus of an RSA key. */
export const modulusBits = ({ n }: Key): number => BigInt(`0x0${bytes(n).toString('hex')}`).toString(2).length

/** The public exponent of an RSA key. */
export const exponentOf = ({ e }: Key): bigint => BigInt(`0x0${bytes(e).toString('hex')}`)

/** Algorithms by the family of key they take (RFC 7518 3.1 and 4.1, RFC 8812). */
const algorithms: Readonly<Record<string, RegExp>> = {
  RSA: /^(RS|PS)(256|384|512)$|^RSA-OAEP(-\d+)?$|^RSA1_5$/,
  EC: /^ES(256|384|512|256K)$|^ECDH-ES/,
  oct: /^HS(256|384|512)$|^A\d|^dir$|^PBES2/,
}

/** Whether the algorithm of a key, where it names one, is one for its family. */
export const algorithmFits = ({ kty, alg }: Key): boolean =>
  alg === undefined || alg === null || (typeof alg === 'string' && (algorithms[String(kty)]?.test(alg) ?? false))
