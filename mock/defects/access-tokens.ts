import { accessTokens as law } from '../laws/access-tokens'
import type { Defect } from './defect'

const headed =
  (header: object) =>
  (jws: string): string =>
    [Buffer.from(JSON.stringify(header)).toString('base64url'), ...jws.split('.').slice(1)].join('.')

const padded = (part: string): string => part.padEnd(Math.ceil(part.length / 4) * 4, '=')

const flippedInTheMiddle = (jws: string): string => {
  const at = jws.length - 100
  return jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1)
}

/** What can go wrong inside an access token. */
export const accessTokens = {
  'token-opaque': {
    story: 'access tokens are no JWTs',
    caughtBy: ['JWT-001'],
    breaks: { accessTokens: { compact: jws => Buffer.from(jws).toString('base64url') } },
  },
  'segments-padded': {
    story: 'the segments of a token are padded',
    caughtBy: ['JWT-001'],
    breaks: { accessTokens: { compact: jws => jws.split('.').map(padded).join('.') } },
  },
  'unsigned-by-header': {
    story: 'the header names the algorithm none',
    caughtBy: ['JWT-002'],
    breaks: { accessTokens: { compact: headed({ alg: 'none', typ: 'JWT' }) } },
  },
  'symmetric-by-header': {
    story: 'the header names HS256',
    caughtBy: ['JWT-002'],
    breaks: { accessTokens: { compact: headed({ alg: 'HS256', typ: 'JWT' }) } },
  },
  'signature-spoiled': {
    story: 'the signature does not fit the published key',
    caughtBy: ['JWT-003'],
    breaks: { accessTokens: { compact: flippedInTheMiddle } },
  },
  'previous-key-published': {
    story: 'the key set has not heard of the signing key',
    caughtBy: ['JWT-003'],
    breaks: {
      openid: { keySet: (_, { kty, n, e }) => ({ keys: [{ kty, use: 'sig', alg: 'RS256', kid: 'previous', n, e }] }) },
    },
  },
  'exp-in-milliseconds': {
    story: 'exp counts milliseconds',
    caughtBy: ['JWT-004', 'TOK-006'],
    breaks: { accessTokens: { claims: (...all) => ({ ...law.claims(...all), exp: law.claims(...all).exp * 1000 }) } },
  },
  'exp-before-iat': {
    story: 'exp is the moment of issue',
    caughtBy: ['JWT-004'],
    breaks: { accessTokens: { claims: (...all) => ({ ...law.claims(...all), exp: law.claims(...all).iat }) } },
  },
  'exp-takes-default': {
    story: 'exp is that of the usual lifetime, whatever expires_in says',
    caughtBy: ['TOK-006'],
    breaks: { accessTokens: { claims: (...all) => ({ ...law.claims(...all), exp: law.claims(...all).iat + 21_600 }) } },
  },
  'issuer-internal': {
    story: 'iss is the name of an internal host',
    caughtBy: ['JWT-005'],
    breaks: { accessTokens: { claims: (...all) => ({ ...law.claims(...all), iss: 'http://acs.internal:8080/acs' }) } },
  },
  'jti-constant': {
    story: 'all tokens share one jti',
    caughtBy: ['JWT-006', 'REV-003'],
    breaks: { accessTokens: { claims: (...all) => ({ ...law.claims(...all), jti: 'token' }) } },
  },
  'secret-in-claims': {
    story: 'the whole client is serialised into a claim',
    caughtBy: ['JWT-007'],
    breaks: { accessTokens: { claims: (client, ...all) => Object.assign(law.claims(client, ...all), { client }) } },
  },
  'scope-claim-not-reduced': {
    story: 'the token keeps the scopes that its reply does not name',
    caughtBy: ['JWT-008'],
    breaks: {
      accessTokens: { claims: (client, issuer, _, ...all) => law.claims(client, issuer, client.scope, ...all) },
    },
  },
} satisfies Record<string, Defect>
