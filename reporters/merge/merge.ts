import { conformance, type Conformance } from '../conformance-json'
import { fatesOf } from '../deviations/apply'
import type { DeviationFate } from '../deviations/deviation'
import { withDeviations } from '../deviations/verdict-with'
import { judgeRequirement } from '../judge'
import { firstLine } from '../plain'
import { layOut, type Plan } from '../plan'
import type { Result, SecretScan } from '../result'
import { runVerdict } from '../run-verdict'
import { partName, type MergedShard } from '../shards'
import type { CatalogueEntry } from '../verdict'
import { baselineOf, leftOf, preflightOf, scanOf, trafficOf } from './proofs'
import type { GivenShard, MadeCheck } from './shard'

/** One result of several, as a single run would have written it. */
export interface Merged {
  readonly result: Conformance & { readonly secretScan?: SecretScan }
  readonly plan: Plan
}

/** In the order of a single run: by file and line. */
const inOrder = ({ planned: a }: MadeCheck, { planned: b }: MadeCheck) =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1

const endOf = ({ startedAt, durationMs }: Result) => Date.parse(startedAt) + durationMs

/** When the first began, and how long it took until the last had ended. */
const timesOf = (results: readonly Result[]) => {
  const startedAt = results.map(one => one.startedAt).toSorted()[0] ?? ''
  return { startedAt, durationMs: Math.max(...results.map(endOf)) - Date.parse(startedAt) }
}

const shardOf = ({ shard, lane, startedAt, durationMs, seed, requests = 0 }: Result): MergedShard => ({
  ...(shard ?? { current: 1, total: 1 }),
  ...(lane && { lane }),
  startedAt,
  durationMs,
  ...(seed !== undefined && { seed }),
  requests,
})

const entryKey = ({ requirement, check, signature, tenant, line }: DeviationFate) =>
  JSON.stringify([requirement, check, signature, tenant, line])

const known = (results: readonly Result[]) => [
  ...new Map(results.flatMap(({ deviations = [] }) => deviations).map(fate => [entryKey(fate), fate])).values(),
]

/** What was troublesome: the first problem, and how the worst of them ended. */
const troubleOf = (results: readonly Result[]) => {
  const stuck = results.find(({ problem }) => problem !== undefined)
  const ended = (['interrupted', 'timedout'] as const).find(word => results.some(one => one.ended === word))
  return {
    ...(stuck?.problem !== undefined && { problem: `${partName(stuck)}: ${stuck.problem}` }),
    ended: ended ?? ('complete' as const),
  }
}

/** The facts of the run, as far as they are the same for all or can be taken together. */
const recordOf = (results: readonly Result[]) => {
  const [first] = results
  if (!first) throw new Error('there is nothing to merge')
  const [leftBehind, preflight, baseline] = [leftOf(results), preflightOf(results), baselineOf(results)]
  return {
    target: first.target,
    ...timesOf(results),
    ...troubleOf(results),
    version: first.harness?.version ?? 'unknown',
    merged: { shards: results.map(shardOf) },
    ...(first.run !== undefined && { run: first.run }),
    ...(first.commit !== undefined && { commit: first.commit }),
    ...(leftBehind && { leftBehind }),
    ...(preflight && { preflight }),
    ...(baseline && { baseline }),
  }
}

/**
 * Joins the shards of one run: every requirement and the run are judged anew, over the checks of all of them.
 * @param shards all of one run, as `reasonToRefuse` has found
 * @param catalogue every requirement
 */
export const merge = (shards: readonly GivenShard[], catalogue: readonly CatalogueEntry[]): Merged => {
  const results = shards.map(({ result }) => result)
  const made = shards.flatMap(({ checks }) => checks).toSorted(inOrder)
  const plan = made.map(({ planned }) => planned)
  const judged = catalogue.map(entry =>
    judgeRequirement(
      entry,
      made.filter(({ planned }) => planned.requirement === entry.id).map(one => one.judged),
    ),
  )
  const run = recordOf(results)
  const { startedAt, target, ended, problem, leftBehind } = run
  const fates = fatesOf(judged, known(results), catalogue, { baseUrl: target.baseUrl, startedAt, isPart: false })
  const seen = new Set(made.filter(one => !one.judged.unseen).map(({ planned }) => planned.id))
  const verdict = runVerdict({
    plan,
    seen,
    judged,
    ended,
    ...(problem !== undefined && { problem: firstLine(problem) }),
    ...(leftBehind && { left: leftBehind.length }),
  })
  const traffic = trafficOf(results)
  const secretScan = scanOf(results)
  const result = conformance(run, withDeviations(verdict, fates), judged, traffic, catalogue, fates)
  const { run: mark } = run
  return {
    result: { ...result, ...(secretScan && { secretScan }) },
    plan: layOut(catalogue, plan, { startedAt, shard: null, target, ...(mark !== undefined && { run: mark }) }),
  }
}
