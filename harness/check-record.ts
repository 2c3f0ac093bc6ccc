/**
 * The contract between the harness and the reporters: what one check says about its requirement.
 *
 * The harness leaves one record per check as JSON in an annotation `outcome` (an attachment would be a file more per
 * check); the reporters read nothing else to judge
 * a check. Types and pure constructors only, so that both sides can import this file without each other.
 */

/** The type of the annotation that carries the record, as JSON in its description. */
export const outcomeAnnotation = 'outcome'

/** The type of the annotation that names the requirement of a check; its description is the literal id. */
export const requirementAnnotation = 'requirement'

/**
 * What a check found.
 *
 * - `pass`: the rule holds.
 * - `fail`: the rule is violated. How bad that is (fail, warn, note) follows from the level of the requirement and is
 *   decided by the reporters, never here.
 * - `warn`: the rule holds, but something tolerated and odd was seen; `warnings` says what.
 * - `inconclusive`: the tenant could not be asked, so the rule is not judged; `message` says why.
 * - `skipped`: a precondition is missing (read-only run, feature not configured); `message` says which.
 */
export type CheckStatus = 'pass' | 'fail' | 'warn' | 'inconclusive' | 'skipped'

/** What one tenant does where the documents leave it open. Question and answer make a sentence together. */
export interface Choice {
  /** What leaves it open: a documented ambiguity (`A-16`), or the requirement whose tolerance does (`MEDIA-007`). */
  readonly ambiguity: string
  /** Stable words that name the operation or member, as in `primary_secret_auto_retires_at counts`. */
  readonly question: string
  /** The varying words, as in `milliseconds`. */
  readonly answer: string
}

/** What identifies a tenant besides its address. */
export interface Fingerprint {
  /** From discovery and from tokens; a tenant that does not contradict itself has one. */
  readonly issuers: readonly string[]
  /** From the key set and from tokens. */
  readonly keyIds: readonly string[]
}

export interface CheckRecord {
  readonly format: 1
  /** The literal id, as in the annotation. */
  readonly requirement: string
  readonly status: CheckStatus
  /**
   * Redacted text for people; several lines are welcome. For `fail`: what was expected and what came. For
   * `inconclusive` and `skipped`: the reason on the first line.
   */
  readonly message?: string
  /** Tolerated oddities, one sentence each. */
  readonly warnings: readonly string[]
  /** Facts worth knowing, one sentence each, such as `A-32: the connection was closed without a byte`. */
  readonly notes: readonly string[]
  /** The choices that were seen, each of which is among the notes as well. */
  readonly choices: readonly Choice[]
  /** How the tenant answered, beside all that is asked about: short sentences that many checks share. */
  readonly traits: readonly string[]
  /**
   * Which operations were asked and how often each status came, by request lines of the reference, as in
   * `{ "POST /acs/token": { "200": 3 } }`. Without a status: `closed`, `reset`, `stalled`, or `no reply`.
   */
  readonly operations?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Who the tenant says it is, where a reply told: issuers, and the ids of its keys. */
  readonly fingerprint?: Fingerprint
  /** The requirement whose promise did not hold, so that this check could not begin; only with `inconclusive`. */
  readonly blockedBy?: string
  /** Requests this check sent, answered or not. */
  readonly exchanges: number
  /** How many of them prepared and cleared away: whichever check comes first makes what several share. */
  readonly prepared?: number
  /** Expectations this check evaluated. A `pass` with none of either is no pass. */
  readonly expectations: number
}

/**
 * Builds the record of a check; everything not given is empty or zero, so the caller states only what it knows.
 *
 * @param requirement the literal id of the requirement
 * @param status what the check found
 * @param rest message, warnings, notes, choices, traits, traffic, what blocked it, and the two counts
 */
export const checkRecord = (
  requirement: string,
  status: CheckStatus,
  rest: Partial<Omit<CheckRecord, 'format' | 'requirement' | 'status'>> = {},
): CheckRecord => ({
  format: 1,
  requirement,
  status,
  warnings: [],
  notes: [],
  choices: [],
  traits: [],
  exchanges: 0,
  expectations: 0,
  ...rest,
})
