import type { CheckOfResult, RequirementOfResult, Result } from '../result'
import type { RequirementVerdict } from '../verdict'
import { cannotTell, counted, type Rule, type Whole } from './situation'

/** Rules that hold a result against that of an earlier run: a green that asks less than before is no green. */

const judged: readonly RequirementVerdict['verdict'][] = ['pass', 'fail', 'warn', 'deviation']

const judgedChecks = ({ checks }: RequirementOfResult) => checks.filter(({ status }) => judged.includes(status))

const fits = ({ baseline, policy, result }: Whole): string | undefined => {
  if (!baseline) return policy.baseline ? 'there is no baseline to hold the result against: give --baseline' : undefined
  const { result: before, path } = baseline
  if (before.target.kind !== result.target.kind)
    return `${path} is about a ${before.target.kind}, not a ${result.target.kind}`
  if (before.startedAt === result.startedAt) return `${path} is the result itself`
  if (Date.parse(before.startedAt) > Date.parse(result.startedAt)) return `${path} is of a later run than the result`
  if (!before.requirements.some(one => judgedChecks(one).length > 0)) return `${path} has judged nothing`
  return undefined
}

const baselineFits: Rule<Whole> = situation => {
  const reason = fits(situation)
  return reason === undefined ? [] : cannotTell('baseline', reason)
}

interface Pair {
  readonly before: RequirementOfResult
  readonly after: RequirementOfResult | undefined
}

const pairs = (before: Result, after: Result): readonly Pair[] =>
  before.requirements
    .filter(one => judgedChecks(one).length > 0)
    .map(one => ({ before: one, after: after.requirements.find(({ id }) => id === one.id) }))

const fewerRequirements = (all: readonly Pair[]) => {
  const lost = all.filter(({ after }) => !after || !judged.includes(after.verdict)).map(({ before }) => before.id)
  if (lost.length === 0) return []
  return cannotTell('baseline', `${counted(lost.length, 'requirement')} judged in the baseline and not now`, lost)
}

/** Titles may have been reworded since; the number of checks may not have shrunk. */
const fewerChecks = (all: readonly Pair[]) => {
  const lost = all
    .filter(({ after }) => after && judged.includes(after.verdict))
    .filter(({ before, after }) => judgedChecks(before).length > (after ? judgedChecks(after).length : 0))
    .map(
      ({ before, after }) =>
        `${before.id} (${after ? judgedChecks(after).length : 0} of ${judgedChecks(before).length})`,
    )
  if (lost.length === 0) return []
  return cannotTell(
    'baseline',
    `${counted(lost.length, 'requirement')} judged by fewer checks than in the baseline`,
    lost,
  )
}

/** A check that found a violation ended there; only those that came to their end can be compared. */
const wentThrough = ({ status, message }: CheckOfResult) =>
  status === 'pass' || (status === 'warn' && message === undefined)

const hasWaited = ({ notes }: CheckOfResult) => notes.some(text => text.startsWith('measured: the change showed after'))

/** Requests of the check itself, where both say so: what several checks share is made by whichever comes first. */
const asked = (check: CheckOfResult, other: CheckOfResult) =>
  (check.exchanges ?? 0) - (other.prepared === undefined ? 0 : (check.prepared ?? 0))

const isLess = (now: number, then: number, tolerance: number) => now < then * (1 - tolerance)

type Fewer = Whole['policy']['fewer']

const shrunk = (before: CheckOfResult, after: CheckOfResult, { plain, property, waiting }: Fewer) => {
  const usual = before.property || after.property ? property : plain
  const patient = hasWaited(before) ? Math.max(usual, waiting) : usual
  const rows = [
    [asked(after, before), asked(before, after), patient, 'requests'],
    [after.expectations ?? 0, before.expectations ?? 0, usual, 'expectations'],
  ] as const
  const words = rows
    .filter(([now, then, tolerance]) => isLess(now, then, tolerance))
    .map(([now, then, , word]) => `${now} of ${then} ${word}`)
  return words.length === 0 ? [] : [`${after.title}: ${words.join(', ')}`]
}

const thinner = (all: readonly Pair[], fewer: Fewer) => {
  const found = all
    .filter(({ before }) => !Object.hasOwn(fewer.except, before.id))
    .flatMap(({ before, after }) =>
      before.checks.filter(wentThrough).flatMap(check => {
        const same = after?.checks.find(({ title }) => title === check.title)
        return same && wentThrough(same) ? shrunk(check, same, fewer) : []
      }),
    )
  if (found.length === 0) return []
  return cannotTell('baseline', `${counted(found.length, 'check')} asked less than in the baseline`, found)
}

const comparison: Rule<Whole> = situation => {
  const { baseline, result, policy } = situation
  if (!baseline || fits(situation) !== undefined) return []
  const all = pairs(baseline.result, result)
  return [...fewerRequirements(all), ...fewerChecks(all), ...thinner(all, policy.fewer)]
}

/** All of them. */
export const baselineRules: readonly Rule<Whole>[] = [baselineFits, comparison]
