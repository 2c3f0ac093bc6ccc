import { createHash } from 'node:crypto'
import { message as plainMessage } from '../plain'

/** What differs from run to run though the failure is the same, and what stands for it. */
const varying: readonly (readonly [RegExp, string])[] = [
  [/\bcfh-[\w-]+/g, 'NAME'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, 'UUID'],
  [/\$\{([a-z]+)_\d+/gi, '${$1_N'],
  [/(?:,\s*)?\bexchange \d+ of \d+/g, ''],
  [/\b1[789]\d{8}(?:\d{3})?(?:\.\d+)?\b/g, 'TIME'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)/g, 'TIME'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} [\d:]+ GMT/g, 'TIME'],
  [/\b(?:\d+\.\d+ ?m?s|\d+ ?ms)\b/g, 'DURATION'],
  [/… \(\d+ characters\)/g, '…'],
  [/\b(?:localhost|127\.0\.0\.1):\d+/g, 'TENANT'],
  [/[ \t]+/g, ' '],
]

const label = /^\s*([a-z]+) {2,}/

/** The lines of a message that say what was expected and what came, with what belongs to them. */
const findingOf = (lines: readonly string[]): readonly string[] => {
  let speaks = false
  return lines.filter(line => {
    const word = label.exec(line)?.[1]
    if (word !== undefined) speaks = word === 'expected' || word === 'received'
    return speaks
  })
}

/**
 * The same text for the same finding: names, ids, times, ports and the tenant's own address are replaced.
 * @param message as a check leaves it; where it does not say `expected` and `received`, the whole of it counts
 * @param host of the tenant, which stands in messages as well
 */
export const steadyFinding = (message: string, host: string | null): string => {
  const lines = plainMessage(message).split('\n')
  const found = findingOf(lines)
  const text = (found.length > 0 ? found : lines).map(line => line.trim()).join('\n')
  const anywhere = host === null ? text : text.replaceAll(host, 'TENANT').replaceAll(/TENANT:\d+/g, 'TENANT')
  return varying.reduce((steady, [pattern, stand]) => steady.replaceAll(pattern, stand), anywhere).trim()
}

/**
 * A short name for a failure: equal for the same finding in another run, different for another finding.
 * @returns twelve hexadecimal digits in three groups, which no reader of YAML takes for a number
 */
export const signatureOf = (message: string, host: string | null): string =>
  createHash('sha256')
    .update(steadyFinding(message, host))
    .digest('hex')
    .slice(0, 12)
    .replaceAll(/(.{4})(?=.)/g, '$1-')
