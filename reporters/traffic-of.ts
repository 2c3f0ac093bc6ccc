import type { Conformance } from './conformance-json'
import { addedUp, joinedFingerprint, operationsSeen } from './traffic'
import { traitsSeen } from './traits'
import type { Observation } from './verdict'

/** What was asked in a run and how it was answered, as far as its checks say so. */
export const trafficOf = (
  seen: readonly Observation[],
): Pick<Conformance, 'requests' | 'traits' | 'operations' | 'fingerprint'> => {
  const fingerprint = joinedFingerprint(seen.map(({ record }) => record?.fingerprint))
  const tallies = seen.map(({ operations }) => operations)
  return {
    requests: seen.reduce((sum, { exchanges }) => sum + exchanges, 0),
    traits: traitsSeen(seen),
    ...(tallies.some(Boolean) && { operations: operationsSeen(addedUp(tallies)) }),
    ...(fingerprint && { fingerprint }),
  }
}
