import { oneLine, shortened } from '../plain'
import type { RequirementVerdict, Verdict } from '../verdict'

/** Requirements that share a verdict and the reason for it. */
export interface Group {
  readonly reason: string
  readonly ids: readonly string[]
}

const reasonOf = ({ verdict, checks }: RequirementVerdict) => {
  const check = checks.find(({ status }) => status === verdict)
  return shortened(oneLine(check?.message ?? check?.warnings[0] ?? 'no reason was given'), 200)
}

/** Groups the requirements of one verdict by reason, the largest group first. */
export const groupsOf = (requirements: readonly RequirementVerdict[], verdict: Verdict): readonly Group[] => {
  const groups = new Map<string, string[]>()
  for (const requirement of requirements.filter(one => one.verdict === verdict)) {
    const reason = reasonOf(requirement)
    groups.set(reason, [...(groups.get(reason) ?? []), requirement.id])
  }
  return [...groups].map(([reason, ids]) => ({ reason, ids })).sort((a, b) => b.ids.length - a.ids.length)
}

/** A list of ids a line can hold. */
export const few = (ids: readonly string[], most = 6): string =>
  ids.length > most ? `${ids.slice(0, most).join(', ')} and ${ids.length - most} more` : ids.join(', ')
