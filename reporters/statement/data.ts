import type { About } from '../formats/case'
import type { RequirementOfResult, Result } from '../result'

/** A script that repeats a failed check. */
export interface ReplayScript {
  readonly text: string
  /** Characters of the whole, where this is its beginning only. */
  readonly of?: number
}

/** What the evidence says about a check, by its title. */
export interface Evidence {
  readonly scripts: ReadonlyMap<string, ReplayScript>
  /** Where Allure shows the check, in the part of an address behind `#`. */
  readonly places: ReadonlyMap<string, string>
}

/** Which requirements have a check that has noticed a seeded defect. */
export interface Proof {
  readonly proven: ReadonlySet<string>
  /** Where that was read, for people. */
  readonly source: string
}

/** What the gate answered about these results. */
export interface GateAnswer {
  readonly answer: string
  readonly policy: string
  readonly decidedAt: string
  readonly objections: readonly { readonly rule: string; readonly answer: string; readonly text: string }[]
}

/** A requirement and what specs/ says about it. */
export type Told = RequirementOfResult & About

/** All that a statement is made of; nothing else is asked. */
export interface StatementData {
  readonly result: Result
  /** How many checks were planned, where a plan lies beside the result. */
  readonly planned?: number
  readonly gate?: GateAnswer
  readonly proof?: Proof
  readonly evidence: Evidence
  /** Whether an Allure page lies beside the statement. */
  readonly hasAllure: boolean
}
