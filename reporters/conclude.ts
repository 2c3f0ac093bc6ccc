import { conformance } from './conformance-json'
import type { Conformance, RunRecord } from './conformance-json'
import { applyDeviations } from './deviations/apply'
import { withDeviations } from './deviations/verdict-with'
import { judge } from './judge'
import { firstLine } from './plain'
import { runVerdict } from './run-verdict'
import { trafficOf } from './traffic-of'
import type { CatalogueEntry, Observation, PlannedCheck } from './verdict'

/**
 * From what was planned and seen to what is reported: judges every requirement, holds failures against the known
 * deviations, then judges the run.
 *
 * @param catalogue every requirement
 * @param plan every check this run promised
 * @param observations what was seen, by the id of the planned check
 * @param run the facts of the run
 */
export const conclude = (
  catalogue: readonly CatalogueEntry[],
  plan: readonly PlannedCheck[],
  observations: ReadonlyMap<string, Observation>,
  run: RunRecord,
): Conformance => {
  const problem = run.problem === undefined ? undefined : firstLine(run.problem)
  const { judged, fates } = applyDeviations(judge(catalogue, plan, observations, problem), run.known ?? [], catalogue, {
    baseUrl: run.target.baseUrl,
    startedAt: run.startedAt,
    isPart: (run.shard?.total ?? 1) > 1 || run.lane !== undefined,
  })
  const verdict = runVerdict({
    plan,
    seen: observations,
    judged,
    ended: run.ended,
    ...(problem !== undefined && { problem }),
    ...(run.leftBehind && { left: run.leftBehind.length }),
  })
  const all = [...observations.values()]
  return conformance(run, withDeviations(verdict, fates), judged, trafficOf(all), catalogue, fates)
}
