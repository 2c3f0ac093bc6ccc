import type { JWK } from 'jose'
import type { Presented } from '../tokens'

type Members = Readonly<Record<string, unknown>>

/** The name the tenant gives itself. Forwarded headers have no say in it. */
const issuer = (baseUrl: string, _header: (name: string) => readonly string[]): string => `${baseUrl}/acs`

/** Where keys were before they moved below the issuer; discovery still names this address, as the documents do. */
const formerKeys = (issuer: string): string =>
  issuer.replace(/\/acs$/, '/SAAS/API/1.0/REST/auth/token?attribute=publicKey&format=jwks')

const configuration = (issuer: string): Members => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
  userinfo_endpoint: `${issuer}/userinfo`,
  end_session_endpoint: `${issuer}/openid/logout`,
  jwks_uri: formerKeys(issuer),
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['openid', 'profile', 'email', 'user', 'admin'],
  claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'given_name', 'family_name', 'email'],
})

/** The key that signs, and nothing that could sign. */
const keySet = (kid: string, { kty, n, e }: JWK): Members => ({
  keys: [{ kty, use: 'sig', alg: 'RS256', kid, n, e }],
})

/** Both addresses have the same keys at any time. */
const formerKeySet = (current: Members): Members => current

/** What a logout shows for the user who leaves. */
type Hint = 'missing' | 'bad' | 'good'

/** Only an ID token that this tenant signed says who leaves; access tokens, which it signs as well, do not. */
const hintHolds = (hint: Presented | undefined): boolean =>
  hint !== undefined && hint.verified && !Object.hasOwn(hint.claims, 'cid')

/** Whether somebody who may not be leaving is asked, instead of refused. */
const asks = (_hint: Hint): boolean => false

/** A browser is sent on only for a user who is known, and only to an address that was registered for this. */
const mayReturn = (hint: Hint, registered: readonly string[], address: string): boolean =>
  hint === 'good' && registered.includes(address)

export const openid = { asks, configuration, formerKeySet, hintHolds, issuer, keySet, mayReturn }
