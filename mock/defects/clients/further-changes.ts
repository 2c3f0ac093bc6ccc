import { clients as clientLaw } from '../../laws/clients'
import { patch as law } from '../../laws/patch'
import type { Defect } from '../defect'
import { onStatus, withStatus } from '../distortions'

const patch = 'PATCH /acs/broker/oauth2-clients/{id}'
const deletion = 'DELETE /acs/broker/oauth2-clients/{id}'

/** More that can go wrong when a client changes or ends: what is refused, what is withdrawn, what is answered. */
export const furtherChanges = {
  'zero-lifetime-refused': {
    story: 'a refresh lifetime cannot be patched to 0',
    caughtBy: ['CLI-039'],
    breaks: { clients: { refreshLifetimeFits: value => value !== 0 && clientLaw.refreshLifetimeFits(value) } },
  },
  'zero-is-no-change': {
    story: 'a refresh lifetime patched to 0 stays as it is',
    caughtBy: ['CLI-039'],
    breaks: {
      patch: {
        merge: (before, change) =>
          law.merge(before, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== 0))),
      },
    },
  },
  'refused-change-answered-200': {
    story: 'a change that breaks a rule is answered 200',
    caughtBy: ['CLI-040'],
    distorts: { [patch]: onStatus(400)(withStatus(200)) },
  },
  'unknown-client-patched': {
    story: 'a change of a client that is not there is answered 200',
    caughtBy: ['CLI-041'],
    distorts: { [patch]: onStatus(404)(withStatus(200)) },
  },
  'unknown-client-deleted': {
    story: 'deletion is answered 204 whether there is a client or not',
    caughtBy: ['CLI-041', 'CLI-049'],
    distorts: { [deletion]: onStatus(404)(withStatus(204)) },
  },
  'deletion-answered-200': {
    story: 'deletion is answered 200',
    caughtBy: ['CLI-048'],
    distorts: { [deletion]: onStatus(204)(withStatus(200)) },
  },
  'patched-secret-added': {
    story: 'a patched secret works beside the old one for ever',
    caughtBy: ['CLI-043'],
    breaks: {
      patch: {
        secrets: (before, secret) => (typeof secret === 'string' ? { ...before, secondary: secret } : before),
      },
    },
  },
  'rule-sets-united': {
    story: 'patched rule sets join those a client has',
    caughtBy: ['CLI-037'],
    breaks: {
      patch: {
        merge: (before, change) => ({
          ...law.merge(before, change),
          rule_set_names: [...new Set([...(before.rule_set_names ?? []), ...(change.rule_set_names ?? [])])],
        }),
      },
    },
  },
  'flag-false-by-default': {
    story: 'without the flag a removed rule set withdraws no tokens',
    caughtBy: ['CLI-044'],
    breaks: { patch: { flag: values => values.length > 0 && law.flag(values) } },
  },
  'last-rule-set-only': {
    story: 'only the removal of the last rule set withdraws tokens',
    caughtBy: ['CLI-044'],
    breaks: {
      patch: {
        generation: (before, after, asked) =>
          after.rule_set_names.length === 0 ? law.generation(before, after, asked) : before.generation,
      },
    },
  },
  'mention-of-rule-sets-withdraws': {
    story: 'tokens are withdrawn whenever a change mentions rule sets',
    caughtBy: ['CLI-046'],
    breaks: {
      patch: {
        generation: (before, after, asked) =>
          asked && before.rule_set_names !== after.rule_set_names ? before.generation + 1 : before.generation,
      },
    },
  },
} satisfies Record<string, Defect>
