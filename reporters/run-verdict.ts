import type { PlannedCheck, RequirementVerdict, RunVerdict } from './verdict'

export interface RunFacts {
  readonly plan: readonly PlannedCheck[]
  /** The ids of the checks of which something was seen. */
  readonly seen: Pick<ReadonlySet<string>, 'has'>
  readonly judged: readonly RequirementVerdict[]
  /** First line of what kept the run from doing its work, such as credentials the tenant refuses. */
  readonly problem?: string
  /** How many things of this run are still on the tenant. */
  readonly left?: number
  /** How the test runner ended. */
  readonly ended: 'complete' | 'interrupted' | 'timedout'
}

export interface RunJudgement {
  readonly verdict: RunVerdict
  /** One sentence for the first line of the summary. */
  readonly reason: string
  readonly firstMissing?: PlannedCheck
}

const named = ({ title, file, line }: PlannedCheck) => `${title} (${file}:${line})`

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Why a run without a violation is not conformant after all; undefined when it is. */
const doubt = ({ plan, seen, judged, problem, ended, left = 0 }: RunFacts): string | undefined => {
  const missing = plan.filter(({ id }) => !seen.has(id))
  const first = missing[0] && `first check without a result: ${named(missing[0])}`
  const strangers = plan.filter(({ requirement }) => !judged.some(({ id }) => id === requirement))
  const unclear = judged.filter(({ verdict }) => verdict === 'inconclusive')
  const executed = judged.some(({ verdict }) => ['pass', 'warn', 'deviation'].includes(verdict))

  if (problem !== undefined) return problem
  if (ended === 'interrupted') return ['the run was interrupted', first].filter(Boolean).join('; ')
  if (ended === 'timedout') return ['the run took longer than it may', first].filter(Boolean).join('; ')
  if (first) return `${counted(missing.length, 'planned check has', 'planned checks have')} no result; ${first}`
  if (left > 0) return `${counted(left, 'thing', 'things')} of this run ${left === 1 ? 'is' : 'are'} left on the tenant`
  if (strangers[0]) return `${named(strangers[0])} verifies ${strangers[0].requirement}, which specs/ does not know`
  if (unclear.length > 0) return `${counted(unclear.length, 'requirement', 'requirements')} could not be judged`
  if (plan.length === 0) return 'no check was executed: the run selects none'
  if (!executed) return `no check was executed: all ${plan.length} were skipped`
  return undefined
}

/**
 * The verdict of a run. A violated MUST decides; without one every planned check has to have spoken, and at least one
 * has to have been executed. Only checks of the plan count: a run of one area can be conformant.
 */
export const runVerdict = (facts: RunFacts): RunJudgement => {
  const failed = facts.judged.filter(({ verdict }) => verdict === 'fail')
  const firstMissing = facts.plan.find(({ id }) => !facts.seen.has(id))
  const missing = firstMissing && { firstMissing }

  if (failed.length > 0) {
    const reason = `${counted(failed.length, 'MUST requirement is', 'MUST requirements are')} violated`
    return { verdict: 'non-conformant', reason, ...missing }
  }
  const reason = doubt(facts)
  if (reason !== undefined) return { verdict: 'inconclusive', reason, ...missing }
  return { verdict: 'conformant', reason: 'no MUST is violated among the requirements checked' }
}
