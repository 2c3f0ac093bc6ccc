import { requirement, type RequirementId } from '../specs'
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
  return {
    name: reports[0]?.job.name ?? '',
    seconds: reports.reduce((sum, { seconds }) => sum + seconds, 0),
    judged: records.length - unjudged.length,
    failed: failed.map(({ message, title }) => message ?? title),
    warned: warned.map(({ title, warnings, message }) => `${title}: ${warnings[0] ?? message ?? ''}`),
    unjudged: unjudged.map(({ title, message }) => `${title}: ${message ?? ''}`),
  }
}

/** Whether a legitimate tenant is treated as one: nothing failed, and nearly everything could be judged. */
export const isFair = ({ failed, judged, unjudged }: VariantScore): boolean =>
  failed.length === 0 && judged > 0 && judged / (judged + unjudged.length) >= least

const firstLines = (texts: readonly string[], word: string, most: number): readonly string[] => [
  ...texts.slice(0, most).map(text => `    ${word}  ${text.replaceAll('\n', '\n      ')}`),
  ...(texts.length > most ? [`    ${word}  … and ${texts.length - most} more`] : []),
]

/** One tenant for people: a line, and what was wrong below it. */
export const describeVariant = (score: VariantScore, mostLines = 3): string => {
  const { name, seconds, judged, failed, warned, unjudged } = score
  const line = `${isFair(score) ? 'ok  ' : 'FAIL'} ${name}: ${judged} checks judged, ${failed.length} failed, ${warned.length} warned, ${unjudged.length} not judged, ${seconds.toFixed(1)} s`
  return [
    line,
    ...firstLines(failed, 'FALSE ALARM', Number.POSITIVE_INFINITY),
    ...(isFair(score) ? [] : firstLines(unjudged, 'not judged', mostLines)),
  ].join('\n')
}
