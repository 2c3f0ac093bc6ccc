import type { RequirementVerdict } from '../verdict'
import { cannotTell, counted, type Rule, type Whole } from './situation'

/** Rules that ask whether enough was asked. */

const judged: readonly RequirementVerdict['verdict'][] = ['pass', 'fail', 'warn', 'deviation']

const codeOf = (id: string) => id.slice(0, id.indexOf('-'))

const percent = (share: number) => `${Math.floor(share * 100)} %`

const areas: Rule<Whole> = ({ policy, result, catalogue }) =>
  Object.entries(policy.areas).flatMap(([code, share]) => {
    const due = catalogue.filter(({ id, reason }) => codeOf(id) === code && reason === undefined).map(({ id }) => id)
    const verdicts = new Map(result.requirements.map(({ id, verdict }) => [id, verdict]))
    const open = due.filter(id => !judged.includes(verdicts.get(id) ?? 'untested'))
    if (due.length === 0) return cannotTell('areas', `no requirement of area ${code} has a check`)
    const covered = (due.length - open.length) / due.length
    if (covered >= share) return []
    return cannotTell('areas', `${percent(covered)} of area ${code} was judged; ${percent(share)} are asked for`, open)
  })

const untestedWithoutReason = ({ result, catalogue }: Whole) => {
  const excused = new Set(catalogue.filter(({ reason }) => reason !== undefined).map(({ id }) => id))
  return result.requirements.filter(({ id, verdict }) => verdict === 'untested' && !excused.has(id)).map(({ id }) => id)
}

const allowances: Rule<Whole> = situation => {
  const { policy, result } = situation
  const ending = (word: string) => result.requirements.filter(({ verdict }) => verdict === word).map(({ id }) => id)
  const found = {
    skipped: ending('skipped'),
    inconclusive: ending('inconclusive'),
    untested: untestedWithoutReason(situation),
    warn: ending('warn'),
  }
  return Object.entries(found).flatMap(([word, ids]) => {
    const most = policy.allowed[word as keyof typeof found]
    if (ids.length <= most) return []
    return cannotTell('allowed', `${counted(ids.length, 'requirement')} ${word}; ${most} allowed`, ids)
  })
}

/** All of them. */
export const coverageRules: readonly Rule<Whole>[] = [areas, allowances]
