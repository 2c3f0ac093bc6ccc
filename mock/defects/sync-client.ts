import { syncClient as law } from '../laws/sync-client'
import type { Defect } from './defect'

/** What can go wrong with sync clients. */
export const syncClient = {
  'sync-client-may-not-provision': {
    story: 'the token of a sync client is good for nothing',
    caughtBy: ['E2E-008'],
    breaks: { authorization: { provisions: () => false } },
  },
  'sync-action-misspelt': {
    story: 'the action is only known by another name',
    caughtBy: ['E2E-008'],
    breaks: { syncClient: { actionFits: values => !law.actionFits(values) } },
  },
} satisfies Record<string, Defect>
