import type { Root } from '../roots'
import type { JudgedCheck, RequirementVerdict } from '../verdict'

/** The requirements with those in front that keep others from being judged. */
export const rootsFirst = <T extends Pick<RequirementVerdict, 'id'>>(
  requirements: readonly T[],
  roots: readonly Root[],
): readonly T[] => {
  const rank = ({ id }: T) => {
    const place = roots.findIndex(({ requirement }) => requirement === id)
    return place < 0 ? roots.length : place
  }
  return requirements.toSorted((a, b) => rank(a) - rank(b))
}

/** Whether the root of a requirement without a verdict says all there is to say about it. */
export const isOnlyBlocked = ({
  verdict,
  checks,
}: Pick<RequirementVerdict, 'verdict'> & {
  readonly checks: readonly Pick<JudgedCheck, 'status' | 'blockedBy'>[]
}): boolean =>
  verdict === 'inconclusive' &&
  checks.filter(({ status }) => status === 'inconclusive').every(({ blockedBy }) => blockedBy !== undefined)
