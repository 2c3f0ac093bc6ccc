import { observe, type Attempt } from './observe'
import { checksOf, type PlannableTest } from './plan'
import type { Observation } from './verdict'

/** A test of the runner with its attempts. */
export interface SeenTest extends PlannableTest {
  readonly results: readonly Attempt[]
  readonly expectedStatus: string
}

/**
 * What was seen of every planned check, by its id; the ones that never ran are missing, which the verdict notices.
 * @param root folder that paths are made relative to
 */
export const observationsOf = (tests: readonly SeenTest[], root: string): ReadonlyMap<string, Observation> => {
  const seen = new Map<string, Observation>()
  for (const test of tests)
    for (const { id, requirement } of checksOf(test, root)) {
      const observation = observe(test.results, test.expectedStatus, requirement)
      if (observation) seen.set(id, observation)
    }
  return seen
}
