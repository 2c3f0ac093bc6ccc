import type { CheckRecord, Choice } from '../harness/check-record'

/** Verdicts of a requirement, worst first: of several checks the worst one speaks. */
export const verdictWords = ['fail', 'inconclusive', 'warn', 'deviation', 'pass', 'skipped', 'untested'] as const

export type Verdict = (typeof verdictWords)[number]

export type RunVerdict = 'conformant' | 'non-conformant' | 'inconclusive'

/** What a verdict needs to know of a requirement. */
export interface CatalogueEntry {
  readonly id: string
  readonly rule: string
  readonly level: 'MUST' | 'SHOULD' | 'MAY'
  readonly basis: string
}

/** One check of one requirement that this run (this shard of it) promised to make. */
export interface PlannedCheck {
  readonly id: string
  readonly requirement: string
  readonly title: string
  /** Relative to the repository. */
  readonly file: string
  readonly line: number
  /** Judges many generated cases: how many requests that takes differs from run to run. */
  readonly property?: true
}

/** What was seen of a planned check; a check that never ended has none. */
export interface Observation {
  readonly durationMs: number
  /** Requests of all attempts. */
  readonly exchanges: number
  /** What was asked in all attempts, and how it was answered. */
  readonly operations?: CheckRecord['operations']
  /** What the check said; absent when it ended without a word. */
  readonly record?: CheckRecord
  /** The first line of what went wrong around the check, whatever it said. */
  readonly trouble?: string
  /** The reason, when it was skipped before it ran. */
  readonly skipped?: string
  /** Its attempts did not agree. */
  readonly flaky?: true
}

/** A check after the level of its requirement has been applied. */
export interface JudgedCheck {
  readonly title: string
  readonly at: string
  readonly status: Verdict
  readonly durationMs: number
  readonly message?: string
  readonly warnings: readonly string[]
  readonly notes: readonly string[]
  /** Requests it sent, and expectations it evaluated. */
  readonly exchanges: number
  /** How many of the requests prepared and cleared away, where that is known. */
  readonly prepared?: number
  readonly expectations: number
  readonly choices: readonly Choice[]
  /** It was planned, and nothing was seen of it. */
  readonly unseen?: true
  /** The requirement whose promise did not hold, so that this check could not begin. */
  readonly blockedBy?: string
  /** Of a violation: what `deviations.yaml` knows it by. */
  readonly signature?: string
  readonly property?: true
  /** Its attempts did not agree. */
  readonly flaky?: true
}

export interface RequirementVerdict {
  readonly id: string
  readonly level: CatalogueEntry['level']
  readonly basis: string
  readonly verdict: Verdict
  /** What the verdict alone does not say, such as checks that were skipped beside one that passed. */
  readonly note?: string
  readonly checks: readonly JudgedCheck[]
}

export interface Target {
  readonly kind: 'mock' | 'tenant'
  /** Null when the run ended before the address was known. */
  readonly baseUrl: string | null
}
