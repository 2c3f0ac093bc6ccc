import { token as law } from '../laws/token'
import type { Defect } from './defect'
import { onRefusals, onStatus, withHeader, withMember, withStatus } from './distortions'

const line = 'POST /acs/token'

const parameters = [...Object.keys(law.limits), 'grant_type', 'subject_token', 'subject_token_type']

/** What can go wrong when requests for tokens are read, and when tokens are used side by side. */
export const tokenRequests = {
  'expires-in-zero': {
    story: 'a fresh token is said to have expired already',
    caughtBy: ['TOK-004'],
    distorts: { [line]: onStatus(200)(withMember('expires_in', 0)) },
  },
  'second-use-is-replay': {
    story: 'a token that is presented again counts as replayed',
    caughtBy: ['TOK-007'],
    breaks: { authentication: { isRevoked: (_claims, _revoked, uses) => uses > 1 } },
  },
  'only-the-latest-token': {
    story: 'a new token ends the earlier tokens of its client',
    caughtBy: ['TOK-008'],
    breaks: { accessTokens: { generation: before => before + 1 } },
  },
  'seventh-use-refused': {
    story: 'one of seven calls with a token is refused: one of the seven servers does not know the key',
    caughtBy: ['TOK-007'],
    breaks: {
      authentication: { isRevoked: (claims, revoked, uses) => uses % 7 === 0 || revoked.has(claims.jti) },
    },
  },
  'pool-of-tokens-leaks': {
    story: 'after two dozen calls with a token there is no connection left for the next one',
    caughtBy: ['TOK-007'],
    breaks: {
      authentication: {
        isRevoked: (claims, revoked, uses) => {
          if (uses > 24) throw new Error('pool exhausted')
          return revoked.has(claims.jti)
        },
      },
    },
  },
  'one-token-at-a-time': {
    story: 'two tokens asked for at once get in the way of each other',
    caughtBy: ['TOK-044'],
    breaks: { token: { copesWith: underWay => underWay === 1 } },
  },
  'pragma-other': {
    story: 'Pragma says something else than no-cache',
    caughtBy: ['TOK-014'],
    distorts: { [line]: onStatus(200)(withHeader('pragma', 'private')) },
  },
  'ttl-never-changes': {
    story: 'a changed access_token_ttl has no effect',
    caughtBy: ['TOK-012'],
    breaks: {
      patch: { merge: (before, change) => ({ ...before, ...change, access_token_ttl: before.access_token_ttl }) },
    },
  },
  'stranger-crashes': {
    story: 'failed client authentication is a server error',
    caughtBy: ['TOK-018', 'TOK-019', 'TOK-021', 'TOK-022'],
    breaks: { token: { strangerStatus: 500 } },
  },
  'missing-colon-crashes': {
    story: 'Basic credentials without a colon are a server error',
    caughtBy: ['TOK-022'],
    breaks: {
      token: { split: pair => ({ id: pair.split(':')[0] as string, secret: (pair.split(':')[1] as string).slice(0) }) },
    },
  },
  'errors-answered-200': {
    story: 'token errors have status 200',
    caughtBy: ['TOK-018', 'TOK-021', 'TOK-024', 'TOK-027', 'TOK-028', 'TOK-032', 'TOK-034', 'TOK-043'],
    distorts: { [line]: onRefusals(withStatus(200)) },
  },
  'any-method-answered-200': {
    story: 'a method that an operation does not have is answered 200',
    caughtBy: ['TOK-033'],
    distorts: { 'every line': onStatus(405)(withStatus(200)) },
  },
  'unknown-parameter-refused': {
    story: 'a parameter nobody knows makes the request invalid',
    caughtBy: ['TOK-036'],
    breaks: {
      token: {
        repetition: form =>
          [...form.keys()].every(name => parameters.includes(name))
            ? law.repetition(form)
            : { error: 'invalid_request', description: 'A parameter is not known.' },
      },
    },
  },
  'scope-case-folded': {
    story: 'the case of a scope does not count',
    caughtBy: ['TOK-040'],
    breaks: {
      token: {
        granted: (registered, asked) =>
          law.granted(
            registered,
            asked.map(each => each.toLowerCase()),
          ),
      },
    },
  },
  'field-limits-too-tight': {
    story: 'a form field of exactly the documented length is refused',
    caughtBy: ['TOK-041'],
    breaks: { token: { valueFits: (value, limit) => value.length < limit.longest && law.valueFits(value, limit) } },
  },
  'long-field-crashes': {
    story: 'a form field beyond its limit is a server error',
    caughtBy: ['TOK-041'],
    breaks: {
      token: {
        outOfLimits: name => {
          throw new Error(`value too long for column ${name}`)
        },
      },
    },
  },
  'missing-parameter-crashes': {
    story: 'a grant without its parameter is a server error',
    caughtBy: ['TOK-042'],
    breaks: {
      token: {
        missing: (names, form) => {
          names.forEach(name => (form.get(name) as readonly string[]).length)
          return undefined
        },
      },
    },
  },
} satisfies Record<string, Defect>
