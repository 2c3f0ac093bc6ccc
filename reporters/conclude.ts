import { conformance } from './conformance-json'
import type { Conformance, RunRecord } from './conformance-json'
import { judge } from './judge'
import { firstLine } from './plain'
import { runVerdict } from './run-verdict'
import type { RunFacts } from './run-verdict'
import type { CatalogueEntry, Observation, PlannedCheck } from './verdict'

/**
 * From what was planned and seen to what is reported: judges every requirement, then the run.
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
  run: RunRecord & Pick<RunFacts, 'ended'>,
): Conformance => {
  const problem = run.problem === undefined ? undefined : firstLine(run.problem)
  const judged = judge(catalogue, plan, observations, problem)
  const verdict = runVerdict({
    plan,
    observations,
    judged,
    ended: run.ended,
    ...(problem !== undefined && { problem }),
  })
  return conformance(run, verdict, judged, observations, catalogue)
}
