import type { Client } from '../client'
import type { Claims } from '../tokens'

/** What an access token says. Rights are carried in the token, so that changes apply to tokens issued later. */
const claims = (
  client: Client,
  issuer: string,
  scope: readonly string[],
  issuedAt: number,
  seconds: number,
  jti: string,
): Claims => ({
  iss: issuer,
  sub: client.client_id,
  aud: issuer,
  cid: client.client_id,
  uid: client.id,
  gen: client.generation,
  scope: scope.join(' '),
  rules: client.rule_set_names,
  iat: issuedAt,
  exp: issuedAt + seconds,
  jti,
})

/** A new token leaves the earlier ones as they are. */
const generation = (before: number): number => before

/** The moment of issue, in whole seconds. */
const issuedAt = (now: number): number => Math.floor(now)

/** The protected header. */
const header = (kid: string): { readonly alg: 'RS256'; readonly typ: string; readonly kid: string } => ({
  alg: 'RS256',
  typ: 'JWT',
  kid,
})

/** The compact form as it is handed out. */
const compact = (jws: string): string => jws

export const accessTokens = { claims, compact, generation, header, issuedAt }
