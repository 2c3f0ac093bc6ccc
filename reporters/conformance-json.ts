import type { Fingerprint } from '../harness/check-record'
import type { Baseline } from './baseline'
import { choicesOf, type ChoiceMade } from './choices'
import type { DeviationFate, PlacedDeviation } from './deviations/deviation'
import { findingsOf, type Finding } from './findings'
import type { LeftBehind } from './left-behind'
import type { PreflightStep } from './preflight'
import { rootsOf, type Root } from './roots'
import type { RunJudgement } from './run-verdict'
import type { Lane, MergedShard, ShardNumber } from './shards'
import type { TraitSeen } from './traits'
import type { OperationSeen } from './traffic'
import { verdictWords } from './verdict'
import type { CatalogueEntry, PlannedCheck, RequirementVerdict, RunVerdict, Target, Verdict } from './verdict'

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
  /** What was seen before the first check; absent on the mock. */
  readonly preflight?: readonly PreflightStep[]
  /** What of this run is still on the tenant; absent where nobody knows. */
  readonly leftBehind?: readonly LeftBehind[]
  readonly harness: { readonly version: string }
  /** What was checked out when the run began, where that is known. */
  readonly commit?: string
  /** The mark of the run, the same for all its shards. */
  readonly run?: string
  /** Which part of a run this is; null for a whole one, or for a whole lane. */
  readonly shard: ShardNumber | null
  /** The kind of checks this is about; absent where it is about all of them. */
  readonly lane?: Lane
  /** What it was made of, where it was made of shards. */
  readonly merged?: { readonly shards: readonly MergedShard[] }
  readonly ended: 'complete' | 'interrupted' | 'timedout'
  /** What became of the known deviations of this tenant. */
  readonly deviations: readonly DeviationFate[]
  /** Requirements that kept others from being judged, the worst first. */
  readonly roots: readonly Root[]
  /** What the documents leave open, and what the tenant does. */
  readonly choices: readonly ChoiceMade[]
  /** How the tenant answers, beside all that is asked about. */
  readonly traits: readonly TraitSeen[]
  /** The operations of the reference: what is documented, and what came; absent where no check says what it asked. */
  readonly operations?: readonly OperationSeen[]
  /** Who the tenant says it is; absent where no reply told. */
  readonly fingerprint?: Fingerprint
  /** Choices that are mixed, or that have switched since the baseline. No verdict depends on them. */
  readonly findings: readonly Finding[]
  /** The run that choices were compared with, where one was given. */
  readonly baseline?: Pick<Baseline, 'startedAt' | 'target'>
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
  readonly preflight?: readonly PreflightStep[]
  readonly leftBehind?: readonly LeftBehind[]
  readonly version: string
  readonly baseline?: Baseline
  readonly commit?: string
  readonly run?: string
  /** Absent or null: the whole run. */
  readonly shard?: Conformance['shard']
  readonly lane?: Lane
  readonly merged?: Conformance['merged']
  readonly ended: Conformance['ended']
  /** The known deviations of any tenant. */
  readonly known?: readonly PlacedDeviation[]
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
  traffic: Pick<Conformance, 'requests' | 'traits' | 'operations' | 'fingerprint'>,
  catalogue: readonly CatalogueEntry[],
  deviations: readonly DeviationFate[],
): Conformance => {
  const choices = choicesOf(requirements, catalogue)
  const { baseline } = run
  return {
    format: 1,
    verdict: judgement.verdict,
    reason: judgement.reason,
    target: run.target,
    startedAt: run.startedAt,
    durationMs: Math.round(run.durationMs),
    counts: countsOf(requirements),
    requests: traffic.requests,
    ...(run.problem !== undefined && { problem: run.problem }),
    ...(judgement.firstMissing && { firstMissing: judgement.firstMissing }),
    ...(run.seed !== undefined && { seed: run.seed }),
    ...(run.preflight && { preflight: run.preflight }),
    ...(run.leftBehind && { leftBehind: run.leftBehind }),
    harness: { version: run.version },
    ...(run.commit !== undefined && { commit: run.commit }),
    ...(run.run !== undefined && { run: run.run }),
    shard: run.shard ?? null,
    ...(run.lane && { lane: run.lane }),
    ...(run.merged && { merged: run.merged }),
    ended: run.ended,
    deviations,
    roots: rootsOf(requirements),
    choices,
    traits: traffic.traits,
    ...(traffic.operations && { operations: traffic.operations }),
    ...(traffic.fingerprint && { fingerprint: traffic.fingerprint }),
    findings: findingsOf(choices, baseline),
    ...(baseline && { baseline: { startedAt: baseline.startedAt, target: baseline.target } }),
    requirements,
  }
}
