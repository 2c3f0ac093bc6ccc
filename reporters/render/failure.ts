import { oneLine, shortened } from '../plain'
import type { RequirementVerdict } from '../verdict'
import type { Paint } from './paint'

/** What a check adds to the title of its requirement: `a 7-minute client`. */
const twistOf = (title: string, id: string, rule: string) => {
  const rest = title.replace(id, '').replace(rule, '').replaceAll('·', ' ').trim()
  return rest === '' ? '' : `${rest}: `
}

/** The lines of a message that say what was expected and what came; the rule and its sources stand elsewhere. */
const found = (message: string, id: string) =>
  oneLine(
    message
      .split('\n')
      .filter(line => !line.trimStart().startsWith(id) && !/^\s*(?:says|sent|after)\s/.test(line))
      .map(line => line.trim().replace(/ {4,}(\S.*)$/, ' ($1)'))
      .join('\n'),
  )

/**
 * A violated requirement in two lines: what is required, and what was expected and what came.
 * @param requirement with verdict `fail`
 * @param rule its sentence
 */
export const failure = ({ id, checks }: RequirementVerdict, rule: string, paint: Paint): readonly string[] => {
  const failed = checks.filter(({ status }) => status === 'fail')
  const first = failed[0]
  const share = failed.length > 1 ? ` (and ${failed.length - 1} more of ${checks.length} checks)` : ''
  const what = shortened(`${twistOf(first?.title ?? '', id, rule)}${found(first?.message ?? '', id)}`, 400)

  return [`${paint.bad('FAIL')}  ${paint.bold(id)}  ${rule}`, `      ${what}${share}  ${paint.faint(first?.at ?? '')}`]
}
