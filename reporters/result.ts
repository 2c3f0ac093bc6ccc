import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { SecretScan as SearchedFiles } from '../harness/secret-scan/search'
import type { Conformance } from './conformance-json'
import { repository, shownPath } from './surroundings'
import type { JudgedCheck, RequirementVerdict } from './verdict'

/** A check of a result; one of an earlier version may not say how much it asked. */
export type CheckOfResult = Omit<JudgedCheck, 'exchanges' | 'expectations' | 'choices' | 'at'> &
  Partial<Pick<JudgedCheck, 'exchanges' | 'expectations' | 'choices' | 'at'>>

/** A requirement of a result. */
export type RequirementOfResult = Omit<RequirementVerdict, 'checks' | 'basis'> & {
  readonly checks: readonly CheckOfResult[]
}

type Always = 'format' | 'verdict' | 'reason' | 'target' | 'startedAt' | 'durationMs'

/** What a search of everything a run wrote for its secrets has found; the files are told since there is a search. */
export type SecretScan = Pick<SearchedFiles, 'state'> & Partial<SearchedFiles>

/** A `conformance.json` as it is read back: what this version may not find there is optional, the rest is ignored. */
export type Result = Pick<Conformance, Always> &
  Partial<Omit<Conformance, Always | 'requirements' | 'leftBehind'>> & {
    readonly requirements: readonly RequirementOfResult[]
    /** What of ours the run has left on the tenant; an empty list, or 0, is nothing. */
    readonly leftBehind?: unknown
    readonly secretScan?: SecretScan
  }

/** A result and where it was read. */
export interface PlacedResult {
  readonly path: string
  readonly result: Result
}

let compiled: ValidateFunction | undefined

const validator = (): ValidateFunction => {
  if (compiled) return compiled
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false })
  addFormats.default(ajv)
  const text = readFileSync(join(repository, 'reporters/result.schema.json'), 'utf8')
  return (compiled = ajv.compile(JSON.parse(text) as object))
}

/**
 * Takes a value for a result.
 * @param name what the value is called in messages
 * @throws Error that says which member is not as a conformance.json has it
 */
export const resultFrom = (value: unknown, name: string): Result => {
  const validate = validator()
  if (validate(value)) return value as Result
  const [first] = validate.errors ?? []
  throw new Error(`${name} is no conformance.json: ${first?.instancePath || 'the whole'} ${first?.message}`)
}

/**
 * Reads a result.
 * @param path of a conformance.json, or of the folder it lies in
 * @throws Error with one message that names the file
 */
export const readResult = (path: string): PlacedResult => {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  const file = isFolder ? join(path, 'conformance.json') : path
  const name = shownPath(file)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Error(`there is no result in ${name}: run npm run conformance first, or name the folder it wrote to`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`${name} is no conformance.json: it is no JSON`)
  }
  return { path: name, result: resultFrom(value, name) }
}

/** How many objects a result says are left behind; undefined where it does not say. */
export const leftBehind = ({ leftBehind: left }: Result): number | undefined => {
  if (Array.isArray(left)) return left.length
  if (typeof left === 'number') return left
  if (typeof left !== 'object' || left === null) return undefined
  const lists = Object.values(left).filter(value => Array.isArray(value))
  return lists.length === 0 ? undefined : lists.reduce((sum, list) => sum + list.length, 0)
}
