/** A known, accepted failure of a tenant, as `deviations.yaml` says it. */
export interface Deviation {
  readonly requirement: string
  /** The twist of the check's title, empty where it has none; `*` stands for every check of the requirement. */
  readonly check: string
  /** Of the failure that is accepted (see signature.ts): a different failure is not. */
  readonly signature: string
  /** Glob of host names. */
  readonly tenant: string
  readonly reason: string
  readonly link: string
  readonly owner: string
  /** The last day on which it counts, `2026-12-31`. */
  readonly expires: string
}

/**
 * What became of an entry in a run.
 *
 * - `applied`: the failure was seen and is accepted.
 * - `expired`: the failure was seen, too late to be accepted.
 * - `not seen`: its check was judged, and the failure is gone; the entry has to be removed.
 * - `not run`: nobody knows: the check was not made, or could not be judged.
 */
export type DeviationState = 'applied' | 'expired' | 'not seen' | 'not run'

/** An entry that concerns the tenant of a run. */
export interface DeviationFate extends Deviation {
  readonly state: DeviationState
  /** Whole days from the run to the last day on which it counts; negative when that has passed. */
  readonly daysLeft: number
  /** Line of the file it stands in. */
  readonly line: number
}

/** An entry and the line of the file it stands in. */
export interface PlacedDeviation extends Deviation {
  readonly line: number
}

const day = 86_400_000

/**
 * Days left to an entry.
 * @param expires the last day on which it counts, `2026-12-31`
 * @param at a moment in ISO form; only its day (UTC) counts
 */
export const daysLeft = (expires: string, at: string): number =>
  Math.round((Date.parse(`${expires}T00:00:00Z`) - Date.parse(`${at.slice(0, 10)}T00:00:00Z`)) / day)
