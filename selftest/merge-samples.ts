import type { Conformance } from '../reporters/conformance-json'
import { shardFrom, type GivenShard } from '../reporters/merge/shard'
import type { Result } from '../reporters/result'
import { concluded, type Seen } from './reports-samples'

/** Shards of a run that was recorded whole, for the self-tests of merging. */

type Options = Parameters<typeof concluded>[1]

/** Checks in the order in which a run makes them: each has a line of its own. */
export const lined = (seen: readonly Seen[]): readonly Seen[] =>
  seen.map(([check, ...rest], index) => [
    { ...check, id: `${check.id}-${index}`, file: 'suites/sample/sample.spec.ts', line: index + 1 },
    ...rest,
  ])

/** What every shard of one run says of it. */
export const ofOneRun = { run: 'tqzzzz0a1b', commit: '0'.repeat(40) }

/** A part of a run that made these checks. */
export const partOf = (seen: readonly Seen[], part: Partial<Conformance>, options: Options = {}): GivenShard => {
  const result = { ...concluded(seen, { ...options, shard: part.shard ?? null }), ...ofOneRun, ...part }
  return shardFrom(`/shards/${part.shard?.current ?? part.lane}`, JSON.parse(JSON.stringify(result)) as Result, {
    checks: seen.map(([check]) => check),
  })
}

/**
 * The shards of a run.
 * @param owners for each check the number of the shard that makes it, from 1
 */
export const divided = (
  seen: readonly Seen[],
  owners: readonly number[],
  total: number,
  options: Options = {},
): readonly GivenShard[] =>
  Array.from({ length: total }, (_, index) =>
    partOf(
      seen.filter((_, which) => owners[which] === index + 1),
      { shard: { current: index + 1, total } },
      options,
    ),
  )
