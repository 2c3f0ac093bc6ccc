import type { Baseline } from '../baseline'
import type { ChoiceMade } from '../choices'
import type { Conformance } from '../conformance-json'
import type { LeftBehind } from '../left-behind'
import type { PreflightStep } from '../preflight'
import type { Result, SecretScan } from '../result'
import { joinedFingerprint, joinedOperations } from '../traffic'

/** What shards know of a run beside their checks, taken together: what one of them does not know, nobody knows. */

/**
 * What their searches for secrets have come to: a secret in one is a secret in all, and one that was not searched leaves
 * everything open.
 */
export const scanOf = (shards: readonly Pick<Result, 'secretScan'>[]): SecretScan | undefined => {
  const scans = shards.map(({ secretScan }) => secretScan)
  const known = scans.filter(one => one !== undefined)
  const files = known.reduce((sum, one) => sum + (one.files ?? 0), 0)
  const found = known.filter(({ state }) => state === 'found')
  if (found.length > 0) return { state: 'found', files, found: found.flatMap(one => one.found ?? []) }
  if (known.length < scans.length) return undefined
  const failed = known.find(({ state }) => state === 'failed')
  return failed ? { ...failed, files } : { state: 'clean', files }
}

/** Everything that any of them has left on the tenant; undefined where one did not look and none found something. */
export const leftOf = (shards: readonly Pick<Result, 'leftBehind'>[]): readonly LeftBehind[] | undefined => {
  const lists = shards.flatMap(({ leftBehind }) => (Array.isArray(leftBehind) ? [leftBehind as LeftBehind[]] : []))
  const left = lists.flat()
  return lists.length < shards.length && left.length === 0 ? undefined : left
}

/** What the first has seen before its checks, and what others had to remark. */
export const preflightOf = (shards: readonly Pick<Result, 'preflight'>[]): readonly PreflightStep[] | undefined => {
  const [first = [], ...more] = shards.flatMap(({ preflight }) => (preflight ? [preflight] : []))
  const remarked = more.flat().filter(({ remark }) => remark !== undefined)
  const fresh = remarked.filter(
    (one, index) =>
      ![...first, ...remarked.slice(0, index)].some(({ step, remark }) => step === one.step && remark === one.remark),
  )
  return first.length === 0 ? undefined : [...first, ...fresh]
}

/** As much of the baseline as its comparison with all of them needs: what they say that it has answered otherwise. */
export const baselineOf = (shards: readonly Pick<Result, 'baseline' | 'findings'>[]): Baseline | undefined => {
  const baseline = shards[0]?.baseline
  if (!baseline) return undefined
  const switched = shards.flatMap(({ findings = [] }) => findings.filter(({ kind }) => kind === 'switched'))
  const choices: readonly ChoiceMade[] = switched.map(({ ambiguity, question, before = [] }) => ({
    ambiguity,
    title: ambiguity,
    question,
    answers: before.map(answer => ({ answer, checks: [] })),
  }))
  return { ...baseline, choices }
}

/** How the tenant answers, with the checks of all of them that saw it. */
const traitsOf = (shards: readonly Pick<Result, 'traits'>[]): Conformance['traits'] => {
  const counts = new Map<string, number>()
  for (const { trait, checks } of shards.flatMap(({ traits = [] }) => traits))
    counts.set(trait, (counts.get(trait) ?? 0) + checks)
  return [...counts]
    .map(([trait, checks]) => ({ trait, checks }))
    .sort((one, other) => (one.trait < other.trait ? -1 : 1))
}

/** What all of them have asked, and how it was answered. */
export const trafficOf = (
  shards: readonly Result[],
): Pick<Conformance, 'requests' | 'traits' | 'operations' | 'fingerprint'> => {
  const operations = joinedOperations(shards.map(shard => shard.operations))
  const fingerprint = joinedFingerprint(shards.map(shard => shard.fingerprint))
  return {
    requests: shards.reduce((sum, { requests = 0 }) => sum + requests, 0),
    traits: traitsOf(shards),
    ...(operations && { operations }),
    ...(fingerprint && { fingerprint }),
  }
}
