import { Trouble } from '../trouble'
import { Crowded } from './refusal'
import type { GuestRules } from '../guest-settings'

/** What all workers of a run have made and asked together. */
export interface Counters {
  /** Things of this run that exist, or may exist, at this moment. */
  readonly objects?: () => number
  /** Counts one request, and says how many there have been. */
  readonly request?: () => number
  /** @throws Trouble where somebody has asked the run to stop */
  readonly goOn?: () => void
}

/**
 * How much a run may make at once and ask altogether. Removing what is ours is never too much.
 * @param limits absent: no limit
 */
export const ceilingOf = ({ maxObjects, maxRequests }: GuestRules, { objects, request, goOn }: Counters) => ({
  /** @throws Trouble where the run has asked enough */
  ask(): void {
    goOn?.()
    if (maxRequests !== undefined && request && request() > maxRequests)
      throw new Trouble(`the run has sent the ${maxRequests} requests that TENANT_MAX_REQUESTS allows`)
  },
  /** @throws Crowded where too much of the run exists already, what is about to be made included */
  make(): void {
    if (maxObjects === undefined || !objects) return
    const count = objects()
    if (count > maxObjects)
      throw new Crowded(`${count - 1} objects of this run exist, and TENANT_MAX_OBJECTS allows ${maxObjects} at once`)
  },
})
