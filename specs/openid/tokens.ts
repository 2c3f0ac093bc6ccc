import { rules } from '../area'

export const tokens = rules('OIDC', {
  'OIDC-036': {
    rule: 'ID tokens, when obtainable, carry iss, sub, aud containing the client, exp, iat, the sent nonce and a verifiable signature',
    level: 'MUST',
    basis: 'standard',
    says: ['oidc-core#2', 'oidc-core#3.1.3.7', 'reference#/components/schemas/IdToken'],
    on: ['getAccessToken', 'authorize'],
    leaves: 'tokens',
    tolerates:
      "aud is id@uuid in the doc's example: containment of client_id as prefix accepted with: a note; iat skew 60 s; skipped without user",
    tier: 'extended',
  },
  'OIDC-037': {
    rule: 'Authorization codes are single use and bound to client and redirect_uri',
    level: 'SHOULD',
    basis: 'standard',
    says: ['rfc6749#4.1.2', 'rfc6749#4.1.3'],
    on: ['getAccessToken'],
    leaves: 'tokens',
    tolerates: 'skipped without user',
    tier: 'extended',
  },
  'OIDC-038': {
    rule: 'PKCE is enforced at the token endpoint: wrong or missing verifier gives invalid_grant',
    level: 'SHOULD',
    basis: 'standard',
    says: ['rfc7636#4.6'],
    on: ['getAccessToken'],
    leaves: 'tokens',
    tolerates: 'skipped without user; missing verifier may be invalid_request',
    tier: 'extended',
  },
})
