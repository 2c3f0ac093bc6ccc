import type { Tenant } from '../tenant'
import { paceAtDesk } from './at-desk'
import { budgetOf } from './budget'
import type { Pace } from './pace'
import { counted } from './waiting'

const known = new Map<string, Pace>()

const listening = (pace: Pace): Pace => ({ ...pace, take: () => counted(pace.take()) })

/**
 * The pace at which this process asks a tenant: the share that the run gives it, or all of it where there is no run that
 * shares out (the test runner started by hand). One for all connections of the process.
 * @returns `undefined` where nothing limits it, as on the mock
 */
export const paceOf = ({ baseUrl, pace }: Pick<Tenant, 'baseUrl' | 'pace'>): Pace | undefined => {
  const { rate, concurrency, desk } = pace
  if (rate === Number.POSITIVE_INFINITY && concurrency === Number.POSITIVE_INFINITY) return undefined
  const key = desk ?? `${baseUrl} ${rate} ${concurrency}`
  const before = known.get(key)
  if (before) return before
  const fresh = listening(desk === undefined ? budgetOf({ rate, concurrency }) : paceAtDesk(desk))
  known.set(key, fresh)
  return fresh
}
