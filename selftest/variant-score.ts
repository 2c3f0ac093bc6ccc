import { requirement, type RequirementId } from '../specs'
import { variants } from '../mock/variants'
import { saidIn, shownIn } from './variant-words'
import type { VariantReport } from './variant-worker'

/** What the whole suite says about one legitimate tenant. */
export interface VariantScore {
  readonly name: string
  readonly seconds: number
  readonly judged: number
  /** MUST requirements that are said to be violated: each is a false alarm. */
  readonly failed: readonly string[]
  readonly warned: readonly string[]
  readonly unjudged: readonly string[]
  /** Notes and traits. */
  readonly said: readonly string[]
  /** The words of choices that are made and not to be seen. */
  readonly unseen: readonly string[]
}

const least = 0.95

/** Adds up the parts of one tenant's run. */
export const variantScore = (reports: readonly VariantReport[]): VariantScore => {
  const records = reports.flatMap(({ records: part }) => part)
  const levelOf = (id: string) => requirement(id as RequirementId).level
  const failed = records.filter(({ status, requirement: id }) => status === 'fail' && levelOf(id) === 'MUST')
  const warned = records.filter(
    ({ status, requirement: id }) => status === 'warn' || (status === 'fail' && levelOf(id) === 'SHOULD'),
  )
  const unjudged = records.filter(({ status }) => status === 'inconclusive')
  const choices = reports[0]?.job.choices ?? []
  const said = saidIn(records, choices.length > 0 ? 'choosing' : 'documented')
  const shown = shownIn(said, choices)
  // What could not be asked could not be seen: of several choices one may have stood in the way of another.
  const isWhole = unjudged.length === 0 || choices.length === 1
  return {
    name: reports[0]?.job.name ?? '',
    seconds: reports.reduce((sum, { seconds }) => sum + seconds, 0),
    judged: records.length - unjudged.length,
    failed: failed.map(({ message, title }) => message ?? title),
    warned: warned.map(({ title, warnings, message }) => `${title}: ${warnings[0] ?? message ?? ''}`),
    unjudged: unjudged.map(({ title, message }) => `${title}: ${message ?? ''}`),
    said,
    unseen: choices
      .filter(name => isWhole && !shown.includes(name))
      .map(name => `${name}: ${variants[name]?.shows ?? ''}`),
  }
}

/** Whether a legitimate tenant is treated as one: nothing failed, nearly everything could be judged, its choices show. */
export const isFair = ({ failed, judged, unjudged, unseen }: VariantScore): boolean =>
  failed.length === 0 && unseen.length === 0 && judged > 0 && judged / (judged + unjudged.length) >= least

const firstLines = (texts: readonly string[], word: string, most: number): readonly string[] => [
  ...texts.slice(0, most).map(text => `    ${word}  ${text.replaceAll('\n', '\n      ')}`),
  ...(texts.length > most ? [`    ${word}  … and ${texts.length - most} more`] : []),
]

/** One tenant for people: a line, and what was wrong below it. */
export const describeVariant = (score: VariantScore, mostLines = 3): string => {
  const { name, seconds, judged, failed, warned, unjudged, unseen } = score
  const line = `${isFair(score) ? 'ok  ' : 'FAIL'} ${name}: ${judged} checks judged, ${failed.length} failed, ${warned.length} warned, ${unjudged.length} not judged, ${seconds.toFixed(1)} s`
  return [
    line,
    ...firstLines(failed, 'FALSE ALARM', Number.POSITIVE_INFINITY),
    ...firstLines(unseen, 'NOT SHOWN', Number.POSITIVE_INFINITY),
    ...(isFair(score) ? [] : firstLines(unjudged, 'not judged', mostLines)),
  ].join('\n')
}
