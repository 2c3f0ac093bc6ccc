import type { Answered } from './answered'

/** Steps of a duration, in milliseconds: the same tenant stays on one of them, give or take. */
const steps = [
  [50, 'less than 50 ms'],
  [200, '50 to 200 ms'],
  [1000, '200 ms to a second'],
  [Number.POSITIVE_INFINITY, 'more than a second'],
] as const

/** Fewer replies have no median worth telling. */
const least = 3

/** About how long replies take, by the one in the middle. */
export const duration = (answered: readonly Answered[]): readonly string[] => {
  if (answered.length < least) return []
  const times = answered.map(({ received }) => received.milliseconds).toSorted((one, other) => one - other)
  const median = times[Math.floor(times.length / 2)] ?? 0
  const [, words = ''] = steps.find(([limit]) => median < limit) ?? []
  return [`replies take ${words}`]
}
