import { judgeCheck } from './judge-check'
import { verdictWords } from './verdict'
import type { CatalogueEntry, JudgedCheck, Observation, PlannedCheck, RequirementVerdict, Verdict } from './verdict'

const worst = (checks: readonly JudgedCheck[]): Verdict =>
  verdictWords.find(word => checks.some(({ status }) => status === word)) ?? 'untested'

const noteOn = (verdict: Verdict, checks: readonly JudgedCheck[]) => {
  const skipped = checks.filter(({ status }) => status === 'skipped')
  if (verdict === 'skipped' || skipped.length === 0) return undefined
  return `${skipped.length} of ${checks.length} checks skipped: ${skipped[0]?.message ?? ''}`
}

/** A requirement as its checks say: of several the worst one speaks, and without one it is `untested`. */
export const judgeRequirement = (
  { id, level, basis }: CatalogueEntry,
  checks: readonly JudgedCheck[],
): RequirementVerdict => {
  const verdict = worst(checks)
  const note = noteOn(verdict, checks)
  return { id, level, basis, verdict, ...(note !== undefined && { note }), checks }
}

/**
 * Results → verdicts. Starts from the catalogue, so a requirement nobody checked is `untested` and never absent.
 *
 * @param catalogue every requirement, in the order of the report
 * @param plan every check this run promised
 * @param observations by the id of the planned check; a planned check without one is inconclusive, never passed
 * @param problem what kept checks from running, if something did
 */
export const judge = (
  catalogue: readonly CatalogueEntry[],
  plan: readonly PlannedCheck[],
  observations: ReadonlyMap<string, Observation>,
  problem?: string,
): readonly RequirementVerdict[] => {
  const silence = problem === undefined ? 'no result' : `blocked: ${problem}`

  return catalogue.map(entry => {
    const checks = plan
      .filter(({ requirement }) => requirement === entry.id)
      .map(check => judgeCheck(entry.level, check, observations.get(check.id), silence))
    return judgeRequirement(entry, checks)
  })
}
