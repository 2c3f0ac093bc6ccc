import { KeyObject, createHmac, createPublicKey, verify } from 'node:crypto'
import type { JsonWebKey } from 'node:crypto'
import type { Presented } from '../tokens'
import type { Defect } from './defect'
import { onStatus, withStatus, withoutHeader } from './distortions'

const input = ({ parts }: Presented): Buffer => Buffer.from(parts.slice(0, 2).join('.'))
const signature = ({ parts }: Presented): Buffer => Buffer.from(parts[2] ?? '', 'base64url')

const macFits = (presented: Presented, key: string | Buffer): boolean =>
  createHmac('sha256', key).update(input(presented)).digest().equals(signature(presented))

const signedWithPublicKey = (presented: Presented): boolean => {
  const pem = KeyObject.from(presented.key.publicKey).export({
    type: 'spki',
    format: 'pem',
  })
  return macFits(presented, pem)
}

const signedWithOwnKey = (presented: Presented): boolean => {
  const { jwk } = presented.header
  if (typeof jwk !== 'object' || jwk === null) return false
  return verify(
    'sha256',
    input(presented),
    createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }),
    signature(presented),
  )
}

/** What can go wrong when a bearer token is judged. */
export const authentication = {
  'route-left-unguarded': {
    story: 'one operation is left out of the filter that asks for a token',
    caughtBy: ['AUTHN-001'],
    distorts: { 'DELETE /usergroup/broker/directories/{id}': onStatus(401)(withStatus(202)) },
  },
  'strangers-redirected': {
    story: 'who comes without a token is sent to a login page',
    caughtBy: ['AUTHN-001', 'AUTHN-004'],
    distorts: { 'every line': onStatus(401)(withStatus(302)) },
  },
  'secret-is-a-token': {
    story: 'a client secret is taken for a token of its client',
    caughtBy: ['AUTHN-014'],
    breaks: {
      authentication: {
        holderOf: (value, rows) => [...rows.values()].find(({ client }) => client.secrets.primary === value)?.client,
      },
    },
  },
  'bearer-challenge-missing': {
    story: 'a 401 lacks its challenge',
    caughtBy: ['AUTHN-002'],
    distorts: { 'every line': onStatus(401)(withoutHeader('www-authenticate')) },
  },
  'challenge-names-scope': {
    story: 'a bad token is called insufficient_scope',
    caughtBy: ['AUTHN-003'],
    breaks: { authentication: { challenge: () => 'Bearer realm="acs", error="insufficient_scope"' } },
  },
  'broken-token-500': {
    story: 'a token that is no JWT makes the parser throw',
    caughtBy: ['AUTHN-004'],
    breaks: {
      authentication: {
        tokenFits: token => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) !== null,
      },
    },
  },
  'signature-unchecked': {
    story: 'the signature of a token is not verified',
    caughtBy: ['AUTHN-005', 'AUTHN-006'],
    breaks: { authentication: { signatureFits: () => true } },
  },
  'unsigned-accepted': {
    story: 'a token with the algorithm none is believed',
    caughtBy: ['AUTHN-007'],
    breaks: {
      authentication: {
        signatureFits: ({ verified, header }) => verified || String(header.alg).toLowerCase() === 'none',
      },
    },
  },
  'public-key-as-secret': {
    story: 'a token signed with the public key as a shared secret is believed',
    caughtBy: ['AUTHN-008'],
    breaks: { authentication: { signatureFits: presented => presented.verified || signedWithPublicKey(presented) } },
  },
  'embedded-key-trusted': {
    story: 'the key in the header of a token is trusted',
    caughtBy: ['AUTHN-009'],
    breaks: { authentication: { signatureFits: presented => presented.verified || signedWithOwnKey(presented) } },
  },
  'kid-taken-for-a-path': {
    story: 'the key is read from the file that kid names, and an empty file is a key',
    caughtBy: ['AUTHN-009'],
    breaks: {
      authentication: {
        signatureFits: presented =>
          presented.verified || (String(presented.header.kid).endsWith('dev/null') && macFits(presented, '')),
      },
    },
  },
  'expiry-unchecked': {
    story: 'exp is never looked at',
    caughtBy: ['AUTHN-010', 'TOK-009'],
    breaks: { authentication: { isExpired: () => false } },
  },
  'expires-too-early': {
    story: 'lifetimes are taken for seconds when a token is judged',
    caughtBy: ['TOK-010'],
    breaks: { authentication: { isExpired: ({ iat, exp }, now) => now >= iat + (exp - iat) / 60 } },
  },
  'other-schemes-accepted': {
    story: 'a token counts under any scheme',
    caughtBy: ['AUTHN-011'],
    breaks: { authentication: { schemeFits: scheme => scheme !== '' } },
  },
  'bearer-case-sensitive': {
    story: 'only the spelling Bearer is understood',
    caughtBy: ['AUTHN-012'],
    breaks: { authentication: { schemeFits: scheme => scheme === 'Bearer' } },
  },
  'query-token-accepted': {
    story: 'a token in the query string counts',
    caughtBy: ['AUTHN-013'],
    breaks: {
      authentication: {
        line: (authorization, query) => authorization[0] ?? `Bearer ${query.get('access_token') ?? ''}`,
      },
    },
  },
  'two-authorizations-500': {
    story: 'two Authorization lines make the filter throw',
    caughtBy: ['AUTHN-015'],
    breaks: {
      authentication: {
        line: authorization => (authorization.length > 1 ? decodeURIComponent('%') : authorization[0]),
      },
    },
  },
  'tokens-outlive-client': {
    story: 'the tokens of a deleted client live on',
    caughtBy: ['AUTHN-016'],
    breaks: { authentication: { outlivesClient: true } },
  },
  'revoked-accepted': {
    story: 'revoked tokens are still accepted',
    caughtBy: ['REV-002'],
    breaks: { authentication: { isRevoked: () => false } },
  },
  'items-hidden-from-strangers': {
    story: 'a stranger is told that a directory does not exist, and that the list needs a token',
    caughtBy: ['AUTHN-017'],
    distorts: { 'GET /usergroup/broker/directories/{id}': onStatus(401)(withStatus(404)) },
  },
  'body-before-authentication': {
    story: 'the body is judged before the token',
    caughtBy: ['AUTHN-017'],
    breaks: { gates: ['host', 'method', 'media', 'authentication', 'authorization', 'effect'] },
  },
} satisfies Record<string, Defect>
