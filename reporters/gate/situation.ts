import type { Policy } from '../policies'
import type { PlacedResult, Result } from '../result'

export type Answer = 'go' | 'no-go' | 'cannot tell'

/** What the gate is asked about, and what it knows. */
export interface Situation {
  readonly policy: Policy
  /** What was read; several are the shards of one run. */
  readonly results: readonly PlacedResult[]
  /** Why something that was named could not be read, a sentence each. */
  readonly unreadable: readonly string[]
  readonly baseline?: PlacedResult
  readonly now: Date
  /** What the answer is about, as far as it was said. */
  readonly wanted: { readonly target?: string; readonly commit?: string; readonly shards?: number }
  /** Every requirement there is; `reason` where it deliberately has no check. */
  readonly catalogue: readonly { readonly id: string; readonly reason?: string }[]
}

/** Something that speaks against a release. */
export interface Objection {
  readonly answer: Exclude<Answer, 'go'>
  /** Short name of the rule that objects. */
  readonly rule: string
  /** One sentence for people. */
  readonly text: string
  /** What it is about, such as requirement ids; not shortened. */
  readonly about?: readonly string[]
}

/** A situation with all shards in one result. */
export interface Whole extends Situation {
  readonly result: Result
}

/** Looks at one thing only. */
export type Rule<S> = (situation: S) => readonly Objection[]

/** An objection of a rule: the evidence is there and speaks against a release. */
export const noGo = (rule: string, text: string, about?: readonly string[]): readonly Objection[] => [
  { answer: 'no-go', rule, text, ...(about && { about }) },
]

/** An objection of a rule: the evidence is not good enough to say anything. */
export const cannotTell = (rule: string, text: string, about?: readonly string[]): readonly Objection[] => [
  { answer: 'cannot tell', rule, text, ...(about && { about }) },
]

/** A number with its noun. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
