import type { Defect } from './defect'
import { onStatus, withStatus } from './distortions'

const yes = true
const no = false

/** What can go wrong when rights are judged. */
export const authorization = {
  'read-only-cannot-read': {
    story: 'READ_ONLY_TENANT_ADMIN reads no clients',
    caughtBy: ['AUTHZ-002'],
    breaks: { authorization: { permissions: { 'clients:read': [yes, no, no, no] } } },
  },
  'read-only-writes': {
    story: 'READ_ONLY_TENANT_ADMIN changes clients',
    caughtBy: ['AUTHZ-003'],
    breaks: { authorization: { permissions: { 'clients:write': [yes, no, yes, no] } } },
  },
  'directory-admin-makes-clients': {
    story: 'IDP_AND_DIRECTORY_ADMIN manages clients',
    caughtBy: ['AUTHZ-005'],
    breaks: { authorization: { permissions: { 'clients:write': [yes, yes, no, no] } } },
  },
  'no-rule-set-no-limits': {
    story: 'a client without rule sets may do everything',
    caughtBy: ['AUTHZ-006'],
    breaks: { authorization: { permissions: { 'clients:write': [yes, no, no, yes] } } },
  },
  'scope-not-needed': {
    story: 'a rule set is enough without the admin scope',
    caughtBy: ['AUTHZ-007'],
    breaks: { authorization: { scopeFits: () => true } },
  },
  'rule-sets-intersect': {
    story: 'several rule sets allow only what each allows',
    caughtBy: ['AUTHZ-008'],
    breaks: {
      authorization: {
        may: (rules, [all, some, reads]) =>
          rules.length > 0 &&
          rules.every(rule => (rule === 'TENANT_ADMIN' ? all : rule === 'IDP_AND_DIRECTORY_ADMIN' ? some : reads)),
      },
    },
  },
  'denied-as-missing': {
    story: 'a denial is answered 404',
    caughtBy: ['AUTHZ-009'],
    distorts: { 'every line': onStatus(403)(withStatus(404)) },
  },
  'applied-then-403': {
    story: 'a denied write takes effect before it is answered 403',
    caughtBy: ['AUTHZ-011'],
    breaks: { gates: ['host', 'authentication', 'method', 'effect', 'authorization', 'media'] },
  },
} satisfies Record<string, Defect>
