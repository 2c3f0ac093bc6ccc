import { incompleteness, partsExpected, partsOf } from '../shards'
import { cannotTell, counted, type Rule, type Situation } from './situation'

/** No shard is missing and none is there twice, whether they were merged before or not. */
export const shardsAreComplete: Rule<Situation> = ({ policy, results, wanted }) => {
  const parts = partsOf(results.map(({ result }) => result))
  const total = parts.length === 0 ? undefined : partsExpected(parts)
  const expected = wanted.shards ?? (policy.shards === 'whole' ? total : policy.shards)
  if (total === undefined && (expected === undefined || expected === 1)) return []
  if (total !== expected)
    return cannotTell(
      'shards',
      `${counted(expected ?? 0, 'shard is', 'shards are')} expected; the results are of ${total ?? 'a run without shards'}`,
    )
  const reason = incompleteness(parts)
  return reason === undefined ? [] : cannotTell('shards', reason)
}
