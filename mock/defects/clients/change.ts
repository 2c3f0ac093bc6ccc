import { patch as law } from '../../laws/patch'
import type { Defect } from '../defect'
import { withStatus } from '../distortions'

const line = 'PATCH /acs/broker/oauth2-clients/{id}'

/** What can go wrong when a client changes. */
export const change = {
  'patch-answered-202': {
    story: 'a change is answered 202',
    caughtBy: ['CLI-035'],
    distorts: { [line]: withStatus(202) },
  },
  'patch-forgotten': {
    story: 'a change is answered and not made',
    caughtBy: ['CLI-035', 'CLI-037'],
    breaks: { patch: { merge: (before, change) => (before.client_id ? before : law.merge(before, change)) } },
  },
  'patch-is-put': {
    story: 'members that are not mentioned are cleared',
    caughtBy: ['CLI-036'],
    breaks: {
      patch: {
        merge: (before, change) =>
          Object.assign(
            {},
            before,
            { rule_set_names: [], redirect_uris: [], post_logout_redirect_uris: [], access_token_ttl: 360 },
            change,
          ),
      },
    },
  },
  'patch-appends': {
    story: 'list members are appended to',
    caughtBy: ['CLI-037', 'HTTP-013'],
    breaks: {
      patch: {
        merge: (before, change) =>
          Object.assign(
            {},
            before,
            change,
            change.scope && { scope: [...(before.scope ?? []), ...change.scope] },
            change.redirect_uris && { redirect_uris: [...(before.redirect_uris ?? []), ...change.redirect_uris] },
          ),
      },
    },
  },
  'empty-list-is-no-change': {
    story: 'an empty list changes nothing',
    caughtBy: ['CLI-038'],
    breaks: {
      patch: {
        merge: (before, change) =>
          law.merge(
            before,
            Object.fromEntries(Object.entries(change).filter(([, value]) => !Array.isArray(value) || value.length > 0)),
          ),
      },
    },
  },
  'patch-half-applied': {
    story: 'a refused change is made all the same',
    caughtBy: ['CLI-040'],
    breaks: { patch: { commit: (_, after) => after } },
  },
  'rename-allowed': {
    story: 'a client can take the name of another',
    caughtBy: ['CLI-042'],
    breaks: { patch: { keepsName: () => true } },
  },
  'both-secrets-die': {
    story: 'a patched secret neither works nor leaves the old one',
    caughtBy: ['CLI-043'],
    breaks: {
      patch: {
        secrets: (before, secret) => (typeof secret === 'string' ? { primary: `${secret}${before.primary}` } : before),
      },
    },
  },
  'removal-keeps-tokens': {
    story: 'removing a rule set withdraws no tokens',
    caughtBy: ['CLI-044'],
    breaks: { patch: { generation: before => before.generation } },
  },
  'flag-ignored': {
    story: 'tokens are withdrawn whatever the flag says',
    caughtBy: ['CLI-045'],
    breaks: { patch: { generation: (before, after) => law.generation(before, after, true) } },
  },
  'any-change-withdraws': {
    story: 'every change withdraws the tokens',
    caughtBy: ['CLI-046'],
    breaks: { patch: { generation: before => before.generation + 1 } },
  },
  'flag-guessed': {
    story: 'a flag that is no boolean counts as false',
    caughtBy: ['CLI-047'],
    breaks: { patch: { flag: values => values.length === 0 || values[0] === 'true' } },
  },
} satisfies Record<string, Defect>
