import { token as law } from '../laws/token'
import type { Defect } from './defect'
import {
  dropping,
  onRefusals,
  onStatus,
  renaming,
  retyping,
  withHeader,
  withMember,
  withStatus,
  withoutHeader,
  wrappedIn,
} from './distortions'

const line = 'POST /acs/token'
const whenGood = onStatus(200)

/** What can go wrong at the token endpoint. */
export const token = {
  'token-answered-201': {
    story: 'the token reply has status 201',
    caughtBy: ['TOK-001'],
    distorts: { [line]: whenGood(withStatus(201)) },
  },
  'token-reply-wrapped': {
    story: 'the token reply is a member of another object',
    caughtBy: ['TOK-001', 'TOK-002'],
    distorts: { [line]: whenGood(wrappedIn('data')) },
  },
  'access-token-renamed': {
    story: 'the token has another member name',
    caughtBy: ['TOK-002'],
    distorts: { [line]: renaming('access_token', 'token') },
  },
  'token-type-missing': {
    story: 'the token reply lacks token_type',
    caughtBy: ['TOK-003'],
    distorts: { [line]: dropping('token_type') },
  },
  'token-type-hzn': {
    story: 'token_type is a label of the sibling product',
    caughtBy: ['TOK-003'],
    distorts: { [line]: whenGood(withMember('token_type', 'HZN')) },
  },
  'expires-in-as-text': {
    story: 'expires_in is a string',
    caughtBy: ['TOK-004'],
    distorts: { [line]: retyping('expires_in', 'string') },
  },
  'ttl-taken-for-seconds': {
    story: 'access_token_ttl is taken for seconds when a token is issued',
    caughtBy: ['TOK-005'],
    breaks: { token: { lifetime: client => client.access_token_ttl } },
  },
  'ttl-in-milliseconds': {
    story: 'expires_in is answered in milliseconds',
    caughtBy: ['TOK-005'],
    breaks: { token: { lifetime: client => client.access_token_ttl * 60_000 } },
  },
  'ttl-rounded-to-hours': {
    story: 'lifetimes are rounded up to whole hours',
    caughtBy: ['TOK-005'],
    breaks: { token: { lifetime: client => Math.ceil(client.access_token_ttl / 60) * 3600 } },
  },
  'ttl-ignored': {
    story: 'every token lives six hours',
    caughtBy: ['TOK-005'],
    breaks: { token: { lifetime: () => 21_600 } },
  },
  'token-cacheable': {
    story: 'token replies may be cached',
    caughtBy: ['TOK-013'],
    distorts: { [line]: whenGood(withHeader('cache-control', 'public, max-age=60')) },
  },
  'refresh-token-minted': {
    story: 'a refresh token comes with client credentials',
    caughtBy: ['TOK-015'],
    distorts: { [line]: whenGood(withMember('refresh_token', 'c0ffee')) },
  },
  'form-credentials-unknown': {
    story: 'credentials in the form are not looked at',
    caughtBy: ['TOK-016'],
    breaks: { token: { chosen: (_, basic) => basic } },
  },
  'form-beats-header': {
    story: 'credentials in the form win over the header',
    caughtBy: ['TOK-017'],
    breaks: { token: { chosen: (_, basic, form) => form ?? basic } },
  },
  'wrong-secret-is-invalid-grant': {
    story: 'failed client authentication is called invalid_grant',
    caughtBy: ['TOK-018'],
    breaks: { token: { stranger: () => ({ error: 'invalid_grant', description: 'Client authentication failed.' }) } },
  },
  'stranger-not-found': {
    story: 'failed client authentication is answered 404',
    caughtBy: ['TOK-018', 'TOK-019'],
    breaks: { token: { strangerStatus: 404 } },
  },
  'basic-challenge-missing': {
    story: 'a 401 of the token endpoint lacks its challenge',
    caughtBy: ['TOK-018'],
    distorts: { [line]: onStatus(401)(withoutHeader('www-authenticate')) },
  },
  'unknown-client-told': {
    story: 'the words tell an unknown client from a wrong secret',
    caughtBy: ['TOK-020'],
    breaks: {
      token: {
        stranger: known => ({
          error: 'invalid_client',
          description: known ? 'The secret is wrong.' : 'There is no such client.',
        }),
      },
    },
  },
  'basic-case-sensitive': {
    story: 'only the spelling Basic is understood',
    caughtBy: ['TOK-023'],
    breaks: { token: { schemeFits: scheme => scheme === 'Basic' } },
  },
  'any-secret-accepted': {
    story: 'any secret is accepted',
    caughtBy: ['TOK-018', 'TOK-024'],
    breaks: { token: { secretFits: () => true } },
  },
  'secret-cut-at-72': {
    story: 'only the first 72 characters of a secret count',
    caughtBy: ['TOK-024'],
    breaks: {
      token: {
        secretFits: (offered, accepted) => accepted.some(secret => secret.slice(0, 72) === offered.slice(0, 72)),
      },
    },
  },
  'secret-case-folded': {
    story: 'the case of a secret does not count',
    caughtBy: ['TOK-024'],
    breaks: {
      token: {
        secretFits: (offered, accepted) => accepted.some(secret => secret.toLowerCase() === offered.toLowerCase()),
      },
    },
  },
  'secret-trimmed': {
    story: 'white space around a secret does not count',
    caughtBy: ['TOK-024'],
    breaks: { token: { secretFits: (offered, accepted) => accepted.includes(offered.trim()) } },
  },
  'split-at-last-colon': {
    story: 'id and secret are separated at the last colon',
    caughtBy: ['TOK-025'],
    breaks: {
      token: {
        split: pair => ({ id: pair.slice(0, pair.lastIndexOf(':')), secret: pair.slice(pair.lastIndexOf(':') + 1) }),
      },
    },
  },
  'grant-type-defaulted': {
    story: 'a missing grant_type means client_credentials',
    caughtBy: ['TOK-027'],
    breaks: { token: { grantRefusal: grant => (grant === undefined ? undefined : law.grantRefusal(grant)) } },
  },
  'unknown-grant-passed-on': {
    story: 'an unknown grant type is called unauthorized',
    caughtBy: ['TOK-028'],
    breaks: { token: { grantRefusal: () => undefined } },
  },
  'grants-not-enforced': {
    story: 'the registered grant types are stored and never looked at',
    caughtBy: ['TOK-029'],
    breaks: { token: { mayUse: () => true } },
  },
  'description-missing': {
    story: 'token errors lack error_description',
    caughtBy: ['TOK-030'],
    distorts: { [line]: onRefusals(dropping('error_description')) },
  },
  'description-quotes': {
    story: 'error_description contains characters that are not permitted',
    caughtBy: ['TOK-031'],
    distorts: { [line]: onRefusals(withMember('error_description', 'The value "x" is not known.\n')) },
  },
  'credentials-in-uri': {
    story: 'credentials in the request URI are honoured',
    caughtBy: ['TOK-034'],
    breaks: {
      token: { fromUri: query => ({ id: query.get('client_id') ?? '', secret: query.get('client_secret') ?? '' }) },
    },
  },
  'repetition-accepted': {
    story: 'the first of several equal parameters wins',
    caughtBy: ['TOK-035'],
    breaks: { token: { repetition: () => undefined } },
  },
  'scope-always-admin': {
    story: 'every token has the scope admin and no other',
    caughtBy: ['TOK-037'],
    breaks: { token: { granted: () => ['admin'] } },
  },
  'scope-never-reduced': {
    story: 'a requested subset of the scopes is not looked at',
    caughtBy: ['TOK-038'],
    breaks: { token: { granted: registered => registered } },
  },
  'foreign-scope-granted': {
    story: 'whatever scope is asked for is granted',
    caughtBy: ['TOK-039'],
    breaks: { token: { granted: (registered, asked) => (asked.some(Boolean) ? asked : registered) } },
  },
  'field-limits-unchecked': {
    story: 'the documented limits of form fields are not enforced',
    caughtBy: ['TOK-041'],
    breaks: { token: { valueFits: () => true } },
  },
  'any-grant-is-good': {
    story: 'codes and refresh tokens are not verified',
    caughtBy: ['TOK-043'],
    breaks: { token: { isGood: () => true } },
  },
  'plus-is-blank-in-secrets': {
    story: 'a plus sign in Basic credentials is taken for a blank',
    caughtBy: ['TOK-025'],
    breaks: { token: { split: pair => law.split(pair.replaceAll('+', ' ')) } },
  },
} satisfies Record<string, Defect>
