import type { Defect } from './defect'
import { onStatus, withStatus } from './distortions'

/** What can go wrong with users and groups. */
export const scim = {
  'user-in-another-directory': {
    story: 'a new user or group is stored under another directory',
    caughtBy: ['E2E-008'],
    breaks: { scim: { home: () => 'elsewhere' } },
  },
  'membership-not-mirrored': {
    story: 'a user does not show its groups',
    caughtBy: ['E2E-008'],
    breaks: { scim: { groupsOf: () => [] } },
  },
  'user-not-listed': {
    story: 'no user matches any filter',
    caughtBy: ['E2E-008'],
    breaks: { scim: { matches: () => false } },
  },
  'user-created-200': {
    story: 'a new user is answered as the document of 2024 says',
    caughtBy: ['E2E-008'],
    distorts: { 'POST /usergroup/scim/v2/Users': onStatus(201)(withStatus(200)) },
  },
} satisfies Record<string, Defect>
