import type { DeviationFate } from './deviations/deviation'
import { scanOf } from './merge/proofs'
import { leftBehind, type RequirementOfResult, type Result } from './result'
import { joinedFingerprint, joinedOperations } from './traffic'
import { verdictWords } from './verdict'

/** A verdict that several shards give: `untested` is the weakest. */
const worst = (verdicts: readonly RequirementOfResult['verdict'][]) =>
  verdictWords.find(word => verdicts.includes(word)) ?? 'untested'

const joinRequirements = (results: readonly Result[]): readonly RequirementOfResult[] => {
  const joined = new Map<string, RequirementOfResult>()
  for (const one of results.flatMap(({ requirements }) => requirements)) {
    const before = joined.get(one.id)
    const checks = [...(before?.checks ?? []), ...one.checks]
    joined.set(one.id, { ...one, verdict: worst([before?.verdict ?? 'untested', one.verdict]), checks })
  }
  return [...joined.values()]
}

/** Of one entry in several shards, what any of them knows counts. */
const order: readonly DeviationFate['state'][] = ['expired', 'applied', 'not seen', 'not run']

const joinDeviations = (results: readonly Result[]): readonly DeviationFate[] => {
  const keyOf = ({ requirement, check, signature, tenant }: DeviationFate) =>
    [requirement, check, signature, tenant].join('\n')
  const all = results.flatMap(({ deviations = [] }) => deviations)
  const byState = all.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return [...new Map(byState.toReversed().map(fate => [keyOf(fate), fate])).values()]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

const runVerdicts: readonly Result['verdict'][] = ['non-conformant', 'inconclusive', 'conformant']

const leftOf = (shards: readonly Result[]) => {
  const counts = shards.map(leftBehind)
  const known = counts.filter(one => one !== undefined)
  return known.length < counts.length && sum(known) === 0 ? undefined : sum(known)
}

/** Optional members without those that are undefined. */
const given = <T extends object>(members: T) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }

/**
 * Joins the shards of one run: of a requirement the worst shard speaks, of the run as well. What a single shard lacks
 * (a secret scan, a count of what was left, its end) the whole lacks.
 * @param shards at least one; of the same run, which the caller has looked at
 */
export const joined = (shards: readonly [Result, ...Result[]]): Result => {
  const [first, ...more] = shards
  if (more.length === 0) return first
  const speaks = runVerdicts.flatMap(word => shards.find(({ verdict }) => verdict === word) ?? [])[0] ?? first
  return {
    format: 1,
    verdict: speaks.verdict,
    reason: speaks.reason,
    target: first.target,
    startedAt: shards.map(({ startedAt }) => startedAt).toSorted()[0] ?? first.startedAt,
    durationMs: Math.max(...shards.map(({ durationMs }) => durationMs)),
    requests: sum(shards.map(({ requests = 0 }) => requests)),
    shard: null,
    deviations: joinDeviations(shards),
    requirements: joinRequirements(shards),
    ...given({
      harness: first.harness,
      commit: first.commit,
      run: first.run,
      seed: first.seed,
      problem: shards.find(({ problem }) => problem !== undefined)?.problem,
      firstMissing: shards.find(({ firstMissing }) => firstMissing !== undefined)?.firstMissing,
      ended: (shards.find(({ ended }) => ended !== 'complete') ?? first).ended,
      secretScan: scanOf(shards),
      operations: joinedOperations(shards.map(({ operations }) => operations)),
      fingerprint: joinedFingerprint(shards.map(({ fingerprint }) => fingerprint)),
      leftBehind: leftOf(shards),
    }),
  }
}
