import { oneLine, shortened } from '../plain'
import { twistOf } from '../twist'
import type { RequirementVerdict } from '../verdict'
import type { Paint } from './paint'

/**
 * What a message says was expected and what came, on one line; the rule and its sources stand elsewhere.
 * @param message of a check
 * @param id of its requirement
 */
export const found = (message: string, id: string) =>
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
  const twist = twistOf(first?.title ?? '', id, rule)
  const what = shortened(`${twist === '' ? '' : `${twist}: `}${found(first?.message ?? '', id)}`, 400)

  return [`${paint.bad('FAIL')}  ${paint.bold(id)}  ${rule}`, `      ${what}${share}  ${paint.faint(first?.at ?? '')}`]
}
