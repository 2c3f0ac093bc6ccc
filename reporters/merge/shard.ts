import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../plan'
import { readResult, type CheckOfResult, type Result } from '../result'
import { shownPath } from '../surroundings'
import type { JudgedCheck, PlannedCheck } from '../verdict'

/** A check as it was planned, and what became of it. */
export interface MadeCheck {
  readonly planned: PlannedCheck
  readonly judged: JudgedCheck
}

/** A part of a run, read back. */
export interface GivenShard {
  readonly folder: string
  /** The folder as people type it. */
  readonly path: string
  readonly result: Result
  readonly checks: readonly MadeCheck[]
}

const isPlan = (value: unknown): value is Plan =>
  typeof value === 'object' &&
  value !== null &&
  'checks' in value &&
  Array.isArray(value.checks) &&
  value.checks.every((one: unknown) => typeof one === 'object' && one !== null && 'requirement' in one && 'id' in one)

const readPlan = (path: string): Plan => {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Error(`there is no plan in ${shownPath(path)}: it belongs to the result beside it`)
  }
  if (isPlan(value)) return value
  throw new Error(`${shownPath(path)} is no plan of a run`)
}

const complete = (check: CheckOfResult, { file, line }: PlannedCheck): JudgedCheck => ({
  at: `${file}:${line}`,
  exchanges: 0,
  expectations: 0,
  choices: [],
  ...check,
})

/** A result lists the checks of a requirement in the order of the plan. */
const paired = (
  { checks: planned }: Pick<Plan, 'checks'>,
  { requirements }: Result,
  path: string,
): readonly MadeCheck[] =>
  requirements.flatMap(({ id, checks }) => {
    const mine = planned.filter(({ requirement }) => requirement === id)
    if (mine.length !== checks.length || mine.some(({ title }, index) => title !== checks[index]?.title))
      throw new Error(`plan.json and conformance.json in ${path} do not belong together: their checks of ${id} differ`)
    return checks.flatMap((check, index) => {
      const plan = mine[index]
      return plan ? [{ planned: plan, judged: complete(check, plan) }] : []
    })
  })

/**
 * Puts together what belongs to a part of a run.
 * @throws Error where the plan is not that of the result
 */
export const shardFrom = (folder: string, result: Result, plan: Pick<Plan, 'checks'>): GivenShard => {
  const path = shownPath(folder)
  return { folder, path, result, checks: paired(plan, result, path) }
}

/**
 * Reads a part of a run.
 * @param folder that the run wrote to
 * @throws Error with one message that names what is not there or cannot be read
 */
export const readShard = (folder: string): GivenShard => {
  const path = shownPath(folder)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Error(`${path} is no folder: name the folders that the shards wrote to`)
  return shardFrom(folder, readResult(folder).result, readPlan(join(folder, 'plan.json')))
}
