import { compactVerify, decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import type { KeyPair } from './keys'

/** What an access token of this tenant says. */
export interface Claims {
  readonly iss: string
  readonly sub: string
  readonly aud: string | string[]
  /** client_id of the client it was issued to. */
  readonly cid: string
  /** id of that client: a later client of the same name is another one. */
  readonly uid: string
  /** Generation of that client at the time of issue. */
  readonly gen: number
  readonly scope: string
  readonly rules: readonly string[]
  readonly iat: number
  readonly exp: number
  readonly jti: string
}

/** A token somebody presented: what it claims, and whether our key vouches for it. */
export interface Presented {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Claims
  readonly verified: boolean
  /** The three parts as sent, for judges that want to look themselves. */
  readonly parts: readonly string[]
  readonly key: KeyPair
}

/** Issues and reads access tokens. */
export interface Tokens {
  readonly sign: (claims: Claims, header: (kid: string) => { alg: 'RS256'; kid: string }) => Promise<string>
  /** Reads a token; undefined when it is no JWT. Signatures found good are remembered, nothing else is. */
  readonly read: (token: string) => Promise<Presented | undefined>
}

const mostRemembered = 20_000

const isVerified = async (token: string, header: Readonly<Record<string, unknown>>, key: KeyPair): Promise<boolean> => {
  if (header.kid !== key.kid) return false
  return compactVerify(token, key.publicKey, { algorithms: ['RS256'] }).then(
    () => true,
    () => false,
  )
}

const present = async (token: string, key: KeyPair): Promise<Presented | undefined> => {
  try {
    const header = decodeProtectedHeader(token) as Readonly<Record<string, unknown>>
    const claims = decodeJwt(token) as unknown as Claims
    return { header, claims, verified: await isVerified(token, header, key), parts: token.split('.'), key }
  } catch {
    return undefined
  }
}

/** Tokens signed and verified with the tenant's key pair. */
export const createTokens = (key: () => Promise<KeyPair>): Tokens => {
  const remembered = new Map<string, Presented>()
  return {
    sign: async (claims, header) => {
      const pair = await key()
      return new SignJWT({ ...claims }).setProtectedHeader(header(pair.kid)).sign(pair.privateKey)
    },
    read: async token => {
      const known = remembered.get(token)
      if (known) return known
      const presented = await present(token, await key())
      if (remembered.size >= mostRemembered) remembered.clear()
      if (presented?.verified) remembered.set(token, presented)
      return presented
    },
  }
}
