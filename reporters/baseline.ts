import { readFileSync } from 'node:fs'
import type { ChoiceMade } from './choices'
import type { Target } from './verdict'

/** What a run needs to know of an earlier one. */
export interface Baseline {
  readonly startedAt: string
  readonly target: Target
  readonly choices: readonly ChoiceMade[]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isChoice = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.ambiguity === 'string' &&
  typeof value.question === 'string' &&
  Array.isArray(value.answers) &&
  value.answers.every(one => isObject(one) && typeof one.answer === 'string')

const isBaseline = (value: unknown): value is Baseline =>
  isObject(value) &&
  value.format === 1 &&
  typeof value.startedAt === 'string' &&
  isObject(value.target) &&
  Array.isArray(value.choices) &&
  value.choices.every(isChoice)

/**
 * Reads an earlier run to compare with.
 * @param path of its `conformance.json`
 * @throws Error with one message that names the setting, where there is none to be read
 */
export const readBaseline = (path: string): Baseline => {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Error(
      `CONFORMANCE_BASELINE is "${path}", which cannot be read. Put the path of a conformance.json there.`,
    )
  }
  if (isBaseline(value)) return value
  throw new Error(`CONFORMANCE_BASELINE is "${path}", which is no conformance.json with choices in it.`)
}
