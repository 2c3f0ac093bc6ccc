import type { Root } from '../roots'
import type { RequirementVerdict } from '../verdict'

/** The requirements with those in front that keep others from being judged. */
export const rootsFirst = (
  requirements: readonly RequirementVerdict[],
  roots: readonly Root[],
): readonly RequirementVerdict[] => {
  const rank = ({ id }: RequirementVerdict) => {
    const place = roots.findIndex(({ requirement }) => requirement === id)
    return place < 0 ? roots.length : place
  }
  return requirements.toSorted((a, b) => rank(a) - rank(b))
}

/** Whether the root of a requirement without a verdict says all there is to say about it. */
export const isOnlyBlocked = ({ verdict, checks }: RequirementVerdict): boolean =>
  verdict === 'inconclusive' &&
  checks.filter(({ status }) => status === 'inconclusive').every(({ blockedBy }) => blockedBy !== undefined)
