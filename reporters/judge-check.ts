import type { CatalogueEntry, JudgedCheck, Observation, PlannedCheck, Verdict } from './verdict'

type Level = CatalogueEntry['level']
type Finding = Pick<JudgedCheck, 'status' | 'warnings' | 'notes'> & { readonly message?: string | undefined }

/** How bad a violation is: only here does the level of a requirement count. */
const violated = { MUST: 'fail', SHOULD: 'warn', MAY: 'pass' } as const satisfies Record<Level, Verdict>

const unjudged = (message: string, status: Verdict = 'inconclusive'): Finding => ({
  status,
  message,
  warnings: [],
  notes: [],
})

const violation = (
  level: Level,
  message = 'the rule is violated; the check does not say how',
  notes: readonly string[],
) =>
  level === 'MAY'
    ? { status: violated[level], message: undefined, notes: [...notes, `not done, as the tenant may: ${message}`] }
    : { status: violated[level], message, notes }

const finding = (level: Level, { record, trouble, skipped }: Observation): Finding => {
  if (!record && skipped !== undefined) return unjudged(skipped, 'skipped')
  if (!record) return unjudged(trouble ?? 'the check ended without an outcome')

  const { status, message, warnings, notes, exchanges, expectations } = record
  if (status === 'fail') return { warnings, ...violation(level, message, notes) }
  if (status === 'skipped') return { status, message: message ?? 'no reason was given', warnings, notes }
  if (status === 'inconclusive')
    return { status, message: message ?? trouble ?? 'no reason was given', warnings, notes }
  if (trouble !== undefined) return { ...unjudged(`the rule held, but then: ${trouble}`), warnings, notes }
  if (exchanges === 0 || expectations === 0)
    return { ...unjudged(`checked nothing: ${exchanges} requests, ${expectations} expectations`), warnings, notes }

  return { status: warnings.length > 0 ? 'warn' : status, message, warnings, notes }
}

/**
 * Judges one check.
 *
 * @param level of the requirement
 * @param check as planned
 * @param observation what was seen; undefined when nothing was
 * @param silence the reason to give when nothing was seen
 */
export const judgeCheck = (
  level: Level,
  check: PlannedCheck,
  observation: Observation | undefined,
  silence: string,
): JudgedCheck => {
  const { message, ...rest } = observation ? finding(level, observation) : unjudged(silence)
  const record = observation?.record
  return {
    title: check.title,
    at: `${check.file}:${check.line}`,
    durationMs: observation?.durationMs ?? 0,
    ...rest,
    exchanges: record?.exchanges ?? observation?.exchanges ?? 0,
    ...(record?.prepared !== undefined && { prepared: record.prepared }),
    expectations: record?.expectations ?? 0,
    choices: record?.choices ?? [],
    ...(rest.status === 'inconclusive' && record?.blockedBy !== undefined && { blockedBy: record.blockedBy }),
    ...(message !== undefined && { message }),
    ...(!observation && { unseen: true }),
    ...(check.property && { property: true }),
    ...(observation?.flaky && { flaky: true }),
  }
}
