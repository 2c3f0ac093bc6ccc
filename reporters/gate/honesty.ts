import { counted, cannotTell, type Rule, type Whole } from './situation'
import { verdictWords, type RequirementVerdict } from '../verdict'
import type { CheckOfResult, RequirementOfResult } from '../result'

/** Rules that ask whether a result can be believed: it is whole, says what its parts say, and has asked something. */

const ended: Rule<Whole> = ({ result, policy }) => {
  if (result.problem !== undefined)
    return cannotTell('run', `the run could not do its work: ${result.problem.split('\n')[0]}`)
  if (result.ended === 'interrupted') return cannotTell('run', 'the run was interrupted')
  if (result.ended === 'timedout') return cannotTell('run', 'the run took longer than it may')
  if (result.firstMissing)
    return cannotTell('run', `planned checks have no result, the first: ${result.firstMissing.title}`)
  if (result.verdict !== 'inconclusive') return []
  // Requirements that could not be judged are counted elsewhere; anything else that a run doubts counts here.
  const unclear = result.requirements.filter(({ verdict }) => verdict === 'inconclusive').length
  const isOnlyThat = result.ended === 'complete' && unclear > 0 && unclear <= policy.allowed.inconclusive
  return isOnlyThat ? [] : cannotTell('run', `the run is inconclusive: ${result.reason}`)
}

const worst = (checks: readonly CheckOfResult[]) =>
  verdictWords.find(word => checks.some(({ status }) => status === word)) ?? 'untested'

const lies: Rule<Whole> = ({ result }) => {
  const { requirements, verdict, counts } = result
  const twice = requirements.filter(({ id }, index) => requirements.findIndex(one => one.id === id) < index)
  const odd = requirements.filter(one => worst(one.checks) !== one.verdict)
  const failed = requirements.filter(one => one.verdict === 'fail')
  const miscounted =
    counts && verdictWords.find(word => counts[word] !== requirements.filter(one => one.verdict === word).length)
  return [
    ...(twice.length > 0
      ? cannotTell(
          'believable',
          'a requirement is there twice',
          twice.map(({ id }) => id),
        )
      : []),
    ...(odd.length > 0
      ? cannotTell(
          'believable',
          'verdicts are not those of their checks',
          odd.map(({ id }) => id),
        )
      : []),
    ...(failed.length > 0 && verdict === 'conformant'
      ? cannotTell(
          'believable',
          `the run calls itself conformant, with ${counted(failed.length, 'requirement')} violated`,
        )
      : []),
    ...(miscounted ? cannotTell('believable', `its own count of ${miscounted} is not what it lists`) : []),
  ]
}

const passes: readonly RequirementVerdict['verdict'][] = ['pass', 'warn', 'deviation']

const isHollow = ({ status, exchanges = 0, expectations = 0 }: CheckOfResult) =>
  passes.includes(status) && (exchanges === 0 || expectations === 0)

const hollow: Rule<Whole> = ({ result }) => {
  const found = result.requirements.flatMap(({ checks }) => checks.filter(isHollow).map(({ title }) => title))
  if (found.length === 0) return []
  return cannotTell('believable', `${counted(found.length, 'check')} passed without a request or an expectation`, found)
}

const isUnknown = ({ id }: RequirementOfResult, known: ReadonlySet<string>) => !known.has(id)

const catalogue: Rule<Whole> = ({ result, catalogue: all }) => {
  const listed = new Set(result.requirements.map(({ id }) => id))
  const absent = all.filter(({ id }) => !listed.has(id)).map(({ id }) => id)
  const known = new Set(all.map(({ id }) => id))
  const strange = result.requirements.filter(one => isUnknown(one, known)).map(({ id }) => id)
  return [
    ...(absent.length > 0
      ? cannotTell('catalogue', `the result says nothing of ${counted(absent.length, 'requirement')}`, absent)
      : []),
    ...(strange.length > 0
      ? cannotTell(
          'catalogue',
          `the result knows ${counted(strange.length, 'requirement')} that specs/ does not`,
          strange,
        )
      : []),
  ]
}

const something: Rule<Whole> = ({ result }) => {
  const judged = result.requirements.filter(({ verdict }) => verdict === 'fail' || passes.includes(verdict))
  if (judged.length === 0) return cannotTell('run', 'nothing was judged')
  return []
}

const backed: Rule<Whole> = ({ result }) => {
  const applied = new Set(
    (result.deviations ?? []).filter(({ state }) => state === 'applied').map(({ requirement }) => requirement),
  )
  const bare = result.requirements
    .filter(({ id, checks }) => checks.some(({ status }) => status === 'deviation') && !applied.has(id))
    .map(({ id }) => id)
  if (bare.length === 0) return []
  return cannotTell('believable', 'a failure is called a deviation, and no entry accepts it', bare)
}

/** All of them. */
export const honestyRules: readonly Rule<Whole>[] = [something, ended, lies, hollow, catalogue, backed]
