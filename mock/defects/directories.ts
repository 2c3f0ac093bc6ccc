import type { Defect } from './defect'
import { onStatus, withStatus } from './distortions'

const yes = true
const no = false

/** What can go wrong with directories. */
export const directories = {
  'directory-change-left-out': {
    story: 'the rule set for directories does not list their change',
    caughtBy: ['E2E-004'],
    distorts: { 'PATCH /usergroup/broker/directories/{id}': onStatus(200)(withStatus(403)) },
  },
  'directory-admin-only-reads': {
    story: 'IDP_AND_DIRECTORY_ADMIN makes no directories',
    caughtBy: ['E2E-004', 'E2E-008'],
    breaks: { authorization: { permissions: { 'directories:write': [yes, no, no, no] } } },
  },
  'deletion-forgotten': {
    story: 'the deletion of a directory is promised and never begins',
    caughtBy: ['E2E-004'],
    breaks: { directories: { deletionBegins: () => undefined } },
  },
  'deletion-done-at-once': {
    story: 'the deletion of a directory is answered as if it were over',
    caughtBy: ['E2E-004', 'E2E-008'],
    distorts: { 'DELETE /usergroup/broker/directories/{id}': onStatus(202)(withStatus(204)) },
  },
} satisfies Record<string, Defect>
