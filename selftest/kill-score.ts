import type { CheckRecord } from '../harness/check-record'
import { requirement, unchecked, type RequirementId } from '../specs'
import type { Faulty } from './kill-matrix'

/** What became of one defect. */
export interface Score {
  readonly name: string
  readonly story: string
  readonly caughtBy: readonly string[]
  /** `warned`: noticed by a warning only, which the documents tolerate. `waiting`: its requirements are unchecked. */
  readonly fate: 'killed' | 'warned' | 'survived' | 'waiting'
  /** What the checks of each requirement said, in words. */
  readonly said: readonly string[]
  /** Requirements that the defect names, but whose checks did not notice it. */
  readonly blind: readonly string[]
  /** Requirements that it does not name, but whose checks failed: known only where every check was asked. */
  readonly elsewhere: readonly string[]
  /** What the first check that failed says, as a report shows it. */
  readonly message?: string
}

/** Known survivors by name, each with the reason. */
export type Survivors = Readonly<Record<string, string>>

const counted = (records: readonly CheckRecord[]): string =>
  [...new Set(records.map(({ status }) => status))]
    .map(status => {
      const alike = records.filter(record => record.status === status)
      const reason = status === 'inconclusive' || status === 'skipped' ? alike[0]?.message : undefined
      return `${status} ${alike.length} times${reason === undefined ? '' : ` (${reason})`}`
    })
    .join(', ')

const isNoticed = ({ status }: CheckRecord) => status === 'fail' || status === 'warn'

const unique = (texts: readonly string[]) => [...new Set(texts)]

const fateOf = (caughtBy: readonly string[], records: readonly CheckRecord[]): Score['fate'] => {
  const has = (status: CheckRecord['status']) => records.some(record => record.status === status)
  if (has('fail')) return 'killed'
  if (has('warn')) return 'warned'
  return records.length === 0 && caughtBy.every(id => id in unchecked) ? 'waiting' : 'survived'
}

/**
 * Judges a defect by the records of the checks that ran against it: it is killed when a requirement it names is violated
 * or, where that is tolerated, warned of; a tenant without a fault gives neither. Checks that could not be judged kill
 * nothing.
 */
export const score = ({ name, story, caughtBy }: Faulty, records: readonly CheckRecord[]): Score => {
  const listed = records.filter(({ requirement }) => caughtBy.includes(requirement))
  const of = (id: string) => listed.filter(({ requirement }) => requirement === id)
  const others = records.filter(({ requirement, status }) => status === 'fail' && !caughtBy.includes(requirement))
  const message = listed.find(({ status }) => status === 'fail')?.message
  return {
    name,
    story,
    caughtBy,
    fate: fateOf(caughtBy, listed),
    said: caughtBy.map(id => `${id} ${of(id).length === 0 ? 'has no check' : counted(of(id))}`),
    blind: caughtBy.filter(id => !of(id).some(isNoticed)),
    elsewhere: unique(others.map(({ requirement }) => requirement)),
    ...(message !== undefined && { message }),
  }
}

/**
 * Whether a matrix is as it is expected to be: nothing survives but the known survivors, and those do; and every
 * requirement that a defect names notices it, so that none is killed by accident.
 */
export const isExpected = (scores: readonly Score[], survivors: Survivors): boolean =>
  scores.every(({ name, fate, blind }) =>
    fate === 'survived' ? name in survivors : !(name in survivors) && (fate === 'waiting' || blind.length === 0),
  )

/**
 * Requirements whose checks are not proved able to fail: no defect that names them was noticed by them. A MAY cannot be
 * violated, so nothing has to prove that its check can fail.
 * @param checked the requirements that have a check, each as often as it has one
 */
export const unproven = (checked: readonly RequirementId[], scores: readonly Score[]): readonly RequirementId[] => {
  const noticed = scores.flatMap(({ caughtBy, blind }) => caughtBy.filter(id => !blind.includes(id)))
  return [...new Set(checked)].filter(id => !noticed.includes(id) && requirement(id).level !== 'MAY')
}

/** Whether a message says what the documents promise, what was sent, and what came: enough to file it with the vendor. */
export const isTold = (message: string): boolean =>
  [/^ {2}expected {2}\S/m, /^ {2}received {2}\S/m, /^ {2}(?:sent|after|body|story) {2}/m, /^ {2}says {6}\S/m].every(
    line => line.test(message),
  )

const words = (score: Score, survivors: Survivors): readonly string[] => {
  const { name, story, fate, said, blind, elsewhere } = score
  const known = survivors[name]
  if (fate === 'survived' && known !== undefined) return [`${name} survives as known: ${known}`]
  if (fate === 'survived')
    return [
      `${name} SURVIVED  ${story}`,
      `      ${said.join('; ')}.`,
      elsewhere.length > 0
        ? `      Only the checks of ${elsewhere.join(', ')} notice it, which it does not name.`
        : '      Either the check forgives too much, or the defect does not reach the wire.',
    ]
  if (known !== undefined) return [`${name} is ${fate} by now: take it out of selftest/survivors.ts`]
  return fate === 'killed' && blind.length > 0
    ? [`${name} is KILLED BY ACCIDENT: ${blind.join(', ')} does not notice it, though the defect names it`]
    : []
}

/** The matrix for people: survivors in three lines each, what else is odd in one, and the sum. */
export const describe = (scores: readonly Score[], survivors: Survivors): string => {
  const judged = scores.filter(({ fate }) => fate !== 'waiting')
  const killed = judged.filter(({ fate }) => fate !== 'survived')
  const warned = scores.filter(({ fate, name }) => fate === 'warned' && !(name in survivors)).map(({ name }) => name)
  const waiting = scores.filter(({ fate }) => fate === 'waiting').map(({ name }) => name)
  return [
    ...scores.flatMap(each => words(each, survivors)),
    ...(warned.length > 0
      ? [`${warned.length} are only warned of, as the documents tolerate: ${warned.join(', ')}`]
      : []),
    ...(waiting.length > 0 ? [`${waiting.length} wait for their checks: ${waiting.join(', ')}`] : []),
    `killed ${killed.length} of ${judged.length}`,
  ].join('\n')
}
