import { mask } from '../redact'

const longest = 300

const shorten = (text: string) =>
  text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text

/** A value as a report shows it: secrets replaced, long ones cut, nothing called nothing. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'absent'
  if (value instanceof RegExp) return String(value)
  return shorten(mask(typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value))))
}

/** Alternatives in words: `a, b or c`. */
export const either = (values: readonly unknown[]): string =>
  values
    .map(value => (typeof value === 'number' ? String(value) : shown(value)))
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1')
