import { calculateJwkThumbprint, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose'

/** The pair that signs access tokens, and its public half as it is published. */
export interface KeyPair {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly jwk: JWK
}

const generate = async (kid: string): Promise<KeyPair> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const { kty, n, e } = (await exportJWK(publicKey)) as { kty: 'RSA'; n: string; e: string }
  const thumbprint = await calculateJwkThumbprint({ kty, n, e })
  return { kid: `${kid}-${thumbprint.slice(0, 8)}`, privateKey, publicKey, jwk: { kty, n, e } }
}

/** Gives the key pair of a tenant. */
export type Keys = () => Promise<KeyPair>

/** Starts making a key in the thread pool; whoever needs it first waits for it. Answers the same pair every time. */
export const createKeys = (): Keys => {
  const pair = generate('acs')
  pair.catch(() => undefined)
  return () => pair
}
