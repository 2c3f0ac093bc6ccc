import { mask } from '../redact'

const longest = 300

const shorten = (text: string) =>
  text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text

/** A value as a report shows it: secrets replaced, long ones cut, nothing called nothing. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'absent'
  if (value instanceof RegExp) return String(value)
  return shorten(mask(typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? `a ${typeof value}`)))
}

const joined = (values: readonly unknown[], last: string): string => {
  const words = values.map(shown)
  return words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** Alternatives in words: `a, b or c`. */
export const either = (values: readonly unknown[]): string => joined(values, 'or')

/** Things that go together in words: `a, b and c`. */
export const both = (values: readonly unknown[]): string => joined(values, 'and')
