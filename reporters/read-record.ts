import type { CheckRecord, CheckStatus } from '../harness/check-record'

const statuses: readonly CheckStatus[] = ['pass', 'fail', 'warn', 'inconclusive', 'skipped']

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isCount = (value: unknown) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const areSentences = (value: unknown) => Array.isArray(value) && value.every(one => typeof one === 'string')

const isChoice = (value: unknown) =>
  isObject(value) && [value.ambiguity, value.question, value.answer].every(one => typeof one === 'string')

const isTally = (value: unknown) =>
  isObject(value) &&
  Object.values(value).every(statuses => isObject(statuses) && Object.values(statuses).every(isCount))

const isFingerprint = (value: unknown) => isObject(value) && areSentences(value.issuers) && areSentences(value.keyIds)

const isRecord = (value: unknown): value is CheckRecord =>
  isObject(value) &&
  value.format === 1 &&
  typeof value.requirement === 'string' &&
  statuses.some(status => status === value.status) &&
  (value.message === undefined || typeof value.message === 'string') &&
  areSentences(value.warnings) &&
  areSentences(value.notes) &&
  Array.isArray(value.choices) &&
  value.choices.every(isChoice) &&
  areSentences(value.traits) &&
  (value.operations === undefined || isTally(value.operations)) &&
  (value.fingerprint === undefined || isFingerprint(value.fingerprint)) &&
  (value.blockedBy === undefined || typeof value.blockedBy === 'string') &&
  isCount(value.exchanges) &&
  (value.prepared === undefined || isCount(value.prepared)) &&
  isCount(value.expectations)

/**
 * Reads the record a check left.
 * @param json the description of its `outcome` annotation
 * @returns the record, or undefined when the text is not one; nothing is guessed
 */
export const readRecord = (json: string): CheckRecord | undefined => {
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
