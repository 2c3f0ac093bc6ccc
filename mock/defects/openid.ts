import { openid as law } from '../laws/openid'
import type { Defect } from './defect'
import { renaming, retyping } from './distortions'

/** What can go wrong in what the tenant publishes about itself. */
export const openid = {
  'response-types-as-text': {
    story: 'response_types_supported is a string',
    caughtBy: ['OIDC-001'],
    distorts: { 'GET /acs/.well-known/openid-configuration': retyping('response_types_supported', 'string') },
  },
  'issuer-without-path': {
    story: 'issuer lacks /acs',
    caughtBy: ['OIDC-002'],
    breaks: {
      openid: { configuration: issuer => ({ ...law.configuration(issuer), issuer: issuer.replace(/\/acs$/, '') }) },
    },
  },
  'token-endpoint-retired': {
    story: 'discovery names a token endpoint that is gone',
    caughtBy: ['OIDC-004'],
    breaks: {
      openid: { configuration: issuer => ({ ...law.configuration(issuer), token_endpoint: `${issuer}/oauth/token` }) },
    },
  },
  'keys-renamed': {
    story: 'the key set has no keys',
    caughtBy: ['OIDC-010'],
    distorts: { 'GET /acs/jwks': renaming('keys', 'key') },
  },
  'symmetric-key-published': {
    story: 'a symmetric key is published',
    caughtBy: ['OIDC-012'],
    breaks: {
      openid: {
        keySet: (kid, { kty, n, e }) => ({
          keys: [
            { kty, use: 'sig', alg: 'RS256', kid, n, e },
            { kty: 'oct', kid: 'shared', k: 'c2VjcmV0' },
          ],
        }),
      },
    },
  },
} satisfies Record<string, Defect>
