import type { JWK } from 'jose'

/** The name the tenant gives itself. Forwarded headers have no say in it. */
const issuer = (baseUrl: string, _header: (name: string) => readonly string[]): string => `${baseUrl}/acs`

const configuration = (issuer: string): Readonly<Record<string, unknown>> => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
  userinfo_endpoint: `${issuer}/userinfo`,
  end_session_endpoint: `${issuer}/openid/logout`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['openid', 'profile', 'email', 'user', 'admin'],
  claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'given_name', 'family_name', 'email'],
})

/** The key that signs, and nothing that could sign. */
const keySet = (kid: string, { kty, n, e }: JWK): Readonly<Record<string, unknown>> => ({
  keys: [{ kty, use: 'sig', alg: 'RS256', kid, n, e }],
})

export const openid = { configuration, issuer, keySet }
