import { cannotTell, counted, type Rule, type Situation } from './situation'

/** No shard is missing and none is there twice. */
export const shardsAreComplete: Rule<Situation> = ({ policy, results, wanted }) => {
  const given = results.flatMap(({ result }) => (result.shard ? [result.shard.current] : []))
  const total = results[0]?.result.shard?.total
  const expected = wanted.shards ?? (policy.shards === 'whole' ? total : policy.shards)
  const doubled = given.filter((one, index) => given.indexOf(one) !== index)
  if (doubled.length > 0) return cannotTell('shards', `shard ${doubled[0]} is there more than once`)
  if (expected === undefined) return []
  if (total === undefined && expected === 1) return []
  if (total !== expected)
    return cannotTell(
      'shards',
      `${counted(expected, 'shard is', 'shards are')} expected; the results are of ${total ?? 'a run without shards'}`,
    )
  const missing = Array.from({ length: expected }, (_, index) => index + 1).filter(one => !given.includes(one))
  if (missing.length === 0) return []
  return cannotTell('shards', `shard ${missing.join(', ')} of ${expected} is missing`)
}
