import type { RunJudgement } from '../run-verdict'
import type { DeviationFate } from './deviation'

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const named = (fates: readonly DeviationFate[]) =>
  fates.map(({ requirement, line }) => `${requirement} in line ${line}`).join(', ')

/**
 * The verdict of a run with its known deviations: an entry whose failure is gone fails the run, so that the list never
 * grows stale; a verdict that rests on accepted failures says so.
 */
export const withDeviations = (judgement: RunJudgement, fates: readonly DeviationFate[]): RunJudgement => {
  const gone = fates.filter(({ state }) => state === 'not seen')
  const applied = fates.filter(({ state }) => state === 'applied')
  if (gone.length > 0) {
    const what = `${counted(gone.length, 'accepted deviation is', 'accepted deviations are')} not seen any more`
    const remedy = `${what}: remove ${named(gone)} from deviations.yaml`
    const reason = judgement.verdict === 'conformant' ? remedy : `${judgement.reason}; ${remedy}`
    return { ...judgement, verdict: 'non-conformant', reason }
  }
  if (applied.length === 0 || judgement.verdict !== 'conformant') return judgement
  const beyond = counted(applied.length, 'accepted deviation', 'accepted deviations')
  return { ...judgement, reason: `no MUST is violated among the requirements checked, beyond ${beyond}` }
}
