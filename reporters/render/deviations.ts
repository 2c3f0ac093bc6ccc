import type { Conformance } from '../conformance-json'
import type { DeviationFate } from '../deviations/deviation'
import { oneLine, shortened } from '../plain'
import type { Paint } from './paint'

const about = ({ requirement, check, line }: DeviationFate) =>
  `${requirement}${check === '' || check === '*' ? '' : ` · ${shortened(oneLine(check), 80)}`} (line ${line})`

const needs = (fate: DeviationFate): string | undefined => {
  if (fate.state === 'expired') return `${about(fate)} was accepted until ${fate.expires}: the failure stands`
  if (fate.state === 'not seen') return `${about(fate)} is not seen any more: remove it from deviations.yaml`
  if (fate.daysLeft < 0) return `${about(fate)} has expired on ${fate.expires}; its check was not judged`
  return undefined
}

/** What has to be done about known deviations, a line each. */
export const deviationLines = ({ deviations }: Conformance, paint: Paint): readonly string[] =>
  deviations.flatMap(fate => {
    const text = needs(fate)
    return text === undefined ? [] : [`${paint.bad('DEVIATION')}  ${text}`]
  })

/** How many deviations a verdict rests on, and which of them expires next; nothing where there is none. */
export const deviationFact = ({ deviations }: Conformance): readonly string[] => {
  const applied = deviations.filter(({ state }) => state === 'applied').sort((a, b) => a.daysLeft - b.daysLeft)
  const [next] = applied
  if (!next) return []
  const days = next.daysLeft === 1 ? '1 day' : `${next.daysLeft} days`
  return [`  accepted  ${applied.length}, the next expires on ${next.expires}, in ${days}: ${next.requirement}`]
}
