import type { RunJudgement } from './run-verdict'
import { verdictWords } from './verdict'
import type { Observation, PlannedCheck, RequirementVerdict, RunVerdict, Target, Verdict } from './verdict'

/** `conformance.json`: other tools rely on every member that is not optional. */
export interface Conformance {
  readonly format: 1
  readonly verdict: RunVerdict
  readonly reason: string
  readonly target: Target
  readonly startedAt: string
  readonly durationMs: number
  readonly counts: Readonly<Record<Verdict, number>>
  readonly requests: number
  /** What kept the run from doing its work: the cause and the setting to change. */
  readonly problem?: string
  /** The first planned check without a result. */
  readonly firstMissing?: PlannedCheck
  readonly seed?: number
  readonly harness: { readonly version: string }
  /** Every requirement of the catalogue. */
  readonly requirements: readonly RequirementVerdict[]
}

/** What the reporter knows of a run beside its verdicts. */
export interface RunRecord {
  readonly target: Target
  readonly startedAt: string
  readonly durationMs: number
  readonly problem?: string
  readonly seed?: number
  readonly version: string
}

const countsOf = (requirements: readonly RequirementVerdict[]) => {
  const counts: Record<Verdict, number> = {
    pass: 0, fail: 0, warn: 0, deviation: 0, inconclusive: 0, skipped: 0, untested: 0,
  } // prettier-ignore
  for (const word of verdictWords) counts[word] = requirements.filter(({ verdict }) => verdict === word).length
  return counts
}

/** Puts verdicts and facts of a run into the form other tools read. */
export const conformance = (
  run: RunRecord,
  judgement: RunJudgement,
  requirements: readonly RequirementVerdict[],
  observations: ReadonlyMap<string, Observation>,
): Conformance => ({
  format: 1,
  verdict: judgement.verdict,
  reason: judgement.reason,
  target: run.target,
  startedAt: run.startedAt,
  durationMs: Math.round(run.durationMs),
  counts: countsOf(requirements),
  requests: [...observations.values()].reduce((sum, { exchanges }) => sum + exchanges, 0),
  ...(run.problem !== undefined && { problem: run.problem }),
  ...(judgement.firstMissing && { firstMissing: judgement.firstMissing }),
  ...(run.seed !== undefined && { seed: run.seed }),
  harness: { version: run.version },
  requirements,
})
