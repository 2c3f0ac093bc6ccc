import type { RequirementOfResult, Result } from '../result'
import type { Verdict } from '../verdict'

/** A requirement that ended differently. */
export interface Change {
  readonly id: string
  readonly level: string
  /** `absent` where a result does not list it. */
  readonly before: Verdict | 'absent'
  readonly after: Verdict | 'absent'
  /** The first line that says why it ended so now. */
  readonly why?: string
}

/** Answers of two tenants, or of one at two times, to one question. */
export interface ChoiceChange {
  readonly ambiguity: string
  readonly question: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What differs between two results. */
export interface Comparison {
  /** Held before, does not now. */
  readonly regressed: readonly Change[]
  /** Did not hold before, does now. */
  readonly fixed: readonly Change[]
  readonly newlyChecked: readonly Change[]
  readonly noLongerChecked: readonly Change[]
  /** Verdicts that changed without becoming better or worse, such as a failure that is accepted now. */
  readonly otherwise: readonly Change[]
  readonly choices: readonly ChoiceChange[]
  /** How the tenant answers; undefined where one of the results does not say. */
  readonly traits?: { readonly gone: readonly string[]; readonly new: readonly string[] }
}

/** How good a judged verdict is; what was not judged has no rank. */
const ranks: Readonly<Partial<Record<Verdict | 'absent', number>>> = { fail: 0, deviation: 0, warn: 1, pass: 2 }

type Kind = 'regressed' | 'fixed' | 'newlyChecked' | 'noLongerChecked' | 'otherwise' | 'same'

const kindOf = (before: Change['before'], after: Change['after']): Kind => {
  const [then, now] = [ranks[before], ranks[after]]
  if (before === after || (then === undefined && now === undefined)) return 'same'
  // A failure counts as regression also where nobody has asked before: it is news.
  if (then === undefined) return now === 0 && after === 'fail' ? 'regressed' : 'newlyChecked'
  if (now === undefined) return 'noLongerChecked'
  // That a failure is accepted is no improvement; that it no longer is, is worse.
  if (then === now) return after === 'fail' ? 'regressed' : 'otherwise'
  return now < then ? 'regressed' : 'fixed'
}

const whyOf = (one: RequirementOfResult | undefined): string | undefined => {
  const check = one?.checks.find(({ status }) => status === one.verdict)
  return check?.message ?? check?.warnings[0]
}

const changesOf = (before: Result, after: Result): readonly (Change & { readonly kind: Kind })[] => {
  const then = new Map(before.requirements.map(one => [one.id, one]))
  const now = new Map(after.requirements.map(one => [one.id, one]))
  return [...new Set([...now.keys(), ...then.keys()])].map(id => {
    const [old, young] = [then.get(id), now.get(id)]
    const [was, is] = [old?.verdict ?? 'absent', young?.verdict ?? 'absent'] as const
    const why = whyOf(young)
    const level = young?.level ?? old?.level ?? 'MUST'
    return { kind: kindOf(was, is), id, level, before: was, after: is, ...(why !== undefined && { why }) }
  })
}

const answersOf = ({ choices = [] }: Result) =>
  new Map(
    choices.map(({ ambiguity, question, answers }) => [
      JSON.stringify([ambiguity, question]),
      { ambiguity, question, answers: answers.map(({ answer }) => answer).toSorted() },
    ]),
  )

/** A question that only one of the results has asked says nothing about a change. */
const choiceChanges = (before: Result, after: Result): readonly ChoiceChange[] => {
  const then = answersOf(before)
  return [...answersOf(after)].flatMap(([key, { ambiguity, question, answers }]) => {
    const old = then.get(key)
    if (!old || old.answers.join('\n') === answers.join('\n')) return []
    return [{ ambiguity, question, before: old.answers, after: answers }]
  })
}

const traitChanges = (before: Result, after: Result): Comparison['traits'] => {
  if (!before.traits || !after.traits) return undefined
  const [then, now] = [before.traits, after.traits].map(list => list.map(({ trait }) => trait)) as [string[], string[]]
  return { gone: then.filter(trait => !now.includes(trait)), new: now.filter(trait => !then.includes(trait)) }
}

/**
 * Compares two results: of two releases, or of two tenants.
 * @param before the one that changes are told from
 */
export const compare = (before: Result, after: Result): Comparison => {
  const changes = changesOf(before, after)
  const of = (kind: Kind) => changes.filter(one => one.kind === kind).map(({ kind: _kind, ...change }) => change)
  const traits = traitChanges(before, after)
  return {
    regressed: of('regressed'),
    fixed: of('fixed'),
    newlyChecked: of('newlyChecked'),
    noLongerChecked: of('noLongerChecked'),
    otherwise: of('otherwise'),
    choices: choiceChanges(before, after),
    ...(traits && { traits }),
  }
}
