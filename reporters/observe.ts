import type { CheckRecord } from '../harness/check-record'
import { firstLine } from './plain'
import { readRecord } from './read-record'
import { addedUp } from './traffic'
import type { Observation } from './verdict'

/** One attempt at a check, as the test runner tells it. */
export interface Attempt {
  readonly status: string
  /** Milliseconds. */
  readonly duration: number
  readonly errors: readonly { readonly message?: string }[]
  readonly annotations: readonly { readonly type: string; readonly description?: string }[]
}

const severity: readonly string[] = ['fail', 'inconclusive', 'warn', 'pass', 'skipped']

const worst = (records: readonly CheckRecord[]) =>
  records.toSorted((a, b) => severity.indexOf(a.status) - severity.indexOf(b.status))[0]

const skipReason = ({ status, annotations }: Attempt) => {
  const skip = annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  return status === 'skipped' && skip ? (skip.description ?? 'no reason was given') : undefined
}

const troubleOf = (attempt: Attempt, expected: string, unreadable: boolean) => {
  if (unreadable) return 'the outcome it left cannot be read'
  if (attempt.status === expected) return undefined
  const said = attempt.errors.find(error => error.message !== undefined)?.message
  return said === undefined ? `the test runner calls it ${attempt.status}` : firstLine(said)
}

const observeOne = (attempt: Attempt, expected: string, requirement: string): Observation | undefined => {
  const skipped = skipReason(attempt)
  const bodies = attempt.annotations
    .filter(({ type }) => type === 'outcome')
    .map(({ description }) => description ?? '')
  const read = bodies.map(readRecord)
  const record = worst(read.filter(one => one !== undefined).filter(one => one.requirement === requirement))
  if (attempt.status === 'skipped' && skipped === undefined && !record) return undefined

  const trouble = troubleOf(attempt, expected, read.includes(undefined))
  const mine = read.filter(one => one?.requirement === requirement)
  const operations = addedUp(mine.map(one => one?.operations))
  return {
    durationMs: Math.round(attempt.duration),
    exchanges: mine.reduce((sum, one) => sum + (one?.exchanges ?? 0), 0),
    ...(Object.keys(operations).length > 0 && { operations }),
    ...(record && { record }),
    ...(trouble !== undefined && { trouble }),
    ...(skipped !== undefined && { skipped }),
  }
}

/**
 * What was seen of one check of one requirement over all its attempts: a violation that was seen once stays seen, else
 * the last attempt speaks.
 *
 * @param attempts in order; the runner retries only when told to
 * @param expected the status the check itself declared to be right (`failed` after `testInfo.fail()`)
 * @param requirement the id whose record is read; a record about another requirement is none
 * @returns undefined when the check never ran
 */
export const observe = (
  attempts: readonly Attempt[],
  expected: string,
  requirement: string,
): Observation | undefined => {
  const seen = attempts.map(attempt => observeOne(attempt, expected, requirement)).filter(one => one !== undefined)
  const speaks = seen.find(({ record }) => record?.status === 'fail') ?? seen.at(-1)

  const flaky = new Set(seen.map(({ record }) => record?.status)).size > 1
  const exchanges = seen.reduce((sum, one) => sum + one.exchanges, 0)
  const operations = addedUp(seen.map(one => one.operations))
  const told = Object.keys(operations).length > 0
  return speaks && { ...speaks, exchanges, ...(told && { operations }), ...(flaky && { flaky }) }
}
