import type { JWK } from 'jose'
import { openid as law } from '../laws/openid'
import type { Defect } from './defect'
import { dropping, renaming, retyping, withHeader, withMember } from './distortions'

const discovery = 'GET /acs/.well-known/openid-configuration'
const jwks = 'GET /acs/jwks'

type Members = Readonly<Record<string, unknown>>

/** The discovery document with other members, made from its issuer. */
const saying = (others: (issuer: string) => Members) => ({
  openid: { configuration: (issuer: string) => ({ ...law.configuration(issuer), ...others(issuer) }) },
})

/** The published key with other members, made from its own. */
const publishing = (others: (key: { readonly n: string; readonly e: string }) => Members) => ({
  openid: {
    keySet: (kid: string, { n = '', e = '' }: JWK) => ({
      keys: [{ kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e, ...others({ n, e }) }],
    }),
  },
})

const bytes = (value: string) => Buffer.from(value, 'base64url')

/** What can go wrong in what the tenant publishes about itself. */
export const openid = {
  'response-types-as-text': {
    story: 'response_types_supported is a string',
    caughtBy: ['OIDC-001'],
    distorts: { [discovery]: retyping('response_types_supported', 'string') },
  },
  'discovery-as-text': {
    story: 'discovery is served as text/plain',
    caughtBy: ['OIDC-001'],
    distorts: { [discovery]: withHeader('content-type', 'text/plain') },
  },
  'algorithms-missing': {
    story: 'discovery names no algorithm for ID tokens',
    caughtBy: ['OIDC-001', 'OIDC-005'],
    distorts: { [discovery]: dropping('id_token_signing_alg_values_supported') },
  },
  'issuer-without-path': {
    story: 'issuer lacks /acs',
    caughtBy: ['OIDC-002'],
    breaks: saying(issuer => ({ issuer: issuer.replace(/\/acs$/, '') })),
  },
  'issuer-on-another-port': {
    story: 'issuer names the port behind the load balancer',
    caughtBy: ['OIDC-002'],
    breaks: saying(issuer => ({ issuer: issuer.replace(/(:\d+)?\/acs$/, ':8443/acs') })),
  },
  'issuer-with-query': {
    story: 'issuer carries the tenant in a query',
    caughtBy: ['OIDC-002'],
    breaks: saying(issuer => ({ issuer: `${issuer}?tenant=own` })),
  },
  'endpoint-relative': {
    story: 'userinfo_endpoint is a path',
    caughtBy: ['OIDC-003'],
    breaks: saying(() => ({ userinfo_endpoint: '/acs/userinfo' })),
  },
  'endpoint-without-scheme': {
    story: 'authorization_endpoint leaves out the scheme',
    caughtBy: ['OIDC-003'],
    breaks: saying(issuer => ({ authorization_endpoint: `${issuer.replace(/^\w+:/, '')}/authorize` })),
  },
  'token-endpoint-retired': {
    story: 'discovery names a token endpoint that is gone',
    caughtBy: ['OIDC-004'],
    breaks: saying(issuer => ({ token_endpoint: `${issuer}/oauth/token` })),
  },
  'revocation-endpoint-retired': {
    story: 'discovery names a revocation endpoint that is gone',
    caughtBy: ['OIDC-004'],
    breaks: saying(issuer => ({ revocation_endpoint: `${issuer}/token/revoke` })),
  },
  'userinfo-endpoint-retired': {
    story: 'discovery names a userinfo endpoint that is gone',
    caughtBy: ['OIDC-004'],
    breaks: saying(issuer => ({ userinfo_endpoint: `${issuer}/api/userInfo` })),
  },
  'algorithm-misspelt': {
    story: 'the algorithm of ID tokens is spelt Rs256',
    caughtBy: ['OIDC-005'],
    breaks: saying(() => ({ id_token_signing_alg_values_supported: ['Rs256'] })),
  },
  'subject-types-misspelt': {
    story: 'the subject type is spelt PUBLIC',
    caughtBy: ['OIDC-006'],
    breaks: saying(() => ({ subject_types_supported: ['PUBLIC'] })),
  },
  'response-types-none-listed': {
    story: 'response_types_supported lists nothing',
    caughtBy: ['OIDC-006', 'OIDC-007'],
    breaks: saying(() => ({ response_types_supported: [] })),
  },
  'response-type-invented': {
    story: 'response_types_supported lists the grant authorization_code',
    caughtBy: ['OIDC-006'],
    breaks: saying(() => ({ response_types_supported: ['code', 'authorization_code'] })),
  },
  'claims-supported-empty': {
    story: 'claims_supported is an empty list',
    caughtBy: ['OIDC-007'],
    breaks: saying(() => ({ claims_supported: [] })),
  },
  'scopes-supported-without-openid': {
    story: 'scopes_supported does not know openid',
    caughtBy: ['OIDC-007'],
    breaks: saying(() => ({ scopes_supported: ['admin', 'user'] })),
  },
  'logout-endpoint-retired': {
    story: 'end_session_endpoint is an address that is gone',
    caughtBy: ['OIDC-008'],
    breaks: saying(issuer => ({ end_session_endpoint: `${issuer}/post_logout` })),
  },
  'plain-challenge-advertised': {
    story: 'discovery offers plain challenges, which are refused',
    caughtBy: ['OIDC-009'],
    breaks: saying(() => ({ code_challenge_methods_supported: ['plain', 'S256'] })),
  },
  'keys-renamed': {
    story: 'the key set has no keys',
    caughtBy: ['OIDC-010'],
    distorts: { [jwks]: renaming('keys', 'key') },
  },
  'keys-as-map': {
    story: 'the keys are a map by their kid',
    caughtBy: ['OIDC-010'],
    distorts: { [jwks]: retyping('keys', 'object') },
  },
  'keys-as-plain-json': {
    story: 'the key set has the media type text/json',
    caughtBy: ['OIDC-010'],
    distorts: { [jwks]: withHeader('content-type', 'text/json') },
  },
  'modulus-padded': {
    story: 'the modulus is in Base64 with padding',
    caughtBy: ['OIDC-011'],
    breaks: publishing(({ n }) => ({ n: bytes(n).toString('base64') })),
  },
  'modulus-with-sign': {
    story: 'the modulus begins with a zero byte, as signed numbers do',
    caughtBy: ['OIDC-011'],
    breaks: publishing(({ n }) => ({ n: Buffer.concat([Buffer.alloc(1), bytes(n)]).toString('base64url') })),
  },
  'exponent-missing': {
    story: 'the key has no exponent',
    caughtBy: ['OIDC-011'],
    distorts: { [jwks]: dropping('keys.0.e') },
  },
  'private-key-published': {
    story: 'the whole key pair is serialised',
    caughtBy: ['OIDC-012'],
    breaks: publishing(({ n, e }) => ({ d: n, p: e, q: e })),
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
  'kid-shared': {
    story: 'the key of the day before keeps the name of the new one',
    caughtBy: ['OIDC-013'],
    breaks: {
      openid: {
        keySet: (kid, { kty, n, e }) => ({
          keys: [
            { kty, use: 'sig', alg: 'RS256', kid, n, e },
            { kty, use: 'sig', alg: 'RS256', kid, n: n?.replace(/^..../, 'zzzz'), e },
          ],
        }),
      },
    },
  },
  'algorithm-of-another-key': {
    story: 'the algorithm of the RSA key is ES256',
    caughtBy: ['OIDC-013'],
    breaks: publishing(() => ({ alg: 'ES256' })),
  },
  'key-use-spelt-out': {
    story: 'use is the word signature',
    caughtBy: ['OIDC-013'],
    distorts: { [jwks]: withMember('keys.0.use', 'signature') },
  },
  'key-short': {
    story: 'the modulus has 1024 bits',
    caughtBy: ['OIDC-014'],
    breaks: publishing(({ n }) => ({ n: bytes(n).subarray(0, 128).toString('base64url') })),
  },
  'exponent-small': {
    story: 'the exponent is 17',
    caughtBy: ['OIDC-014'],
    breaks: publishing(() => ({ e: 'EQ' })),
  },
  'former-keys-stale': {
    story: 'the address of keys in discovery keeps the keys of before the last change',
    caughtBy: ['OIDC-015'],
    breaks: { openid: { formerKeySet: () => ({ keys: [{ kty: 'RSA', kid: 'previous', n: 'sXchDaQe', e: 'AQAB' }] }) } },
  },
  'former-keys-renamed': {
    story: 'another key has the name of the signing one at the address of keys in discovery',
    caughtBy: ['OIDC-015'],
    breaks: {
      openid: {
        formerKeySet: current => ({
          keys: (current as { keys: readonly Members[] }).keys.map(key => ({ ...key, n: 'sXchDaQe' })),
        }),
      },
    },
  },
} satisfies Record<string, Defect>
