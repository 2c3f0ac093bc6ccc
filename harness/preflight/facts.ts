import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Generation } from '../media-type'

/** What the preflight found out about a tenant, for the workers and the reports. */
export interface Facts {
  readonly baseUrl: string
  /** Newest generation of media types that management operations accept; absent where none was. */
  readonly generation?: Generation
  /** Issuer that discovery publishes. */
  readonly issuer?: string
  /** How far the tenant's clock is ahead of ours, in seconds. */
  readonly clockOffsetSeconds?: number
}

const fileIn = (resultsDir: string) => join(resultsDir, 'preflight.json')

/** Writes the facts for everybody who comes later. */
export const writeFacts = (resultsDir: string, facts: Facts): void => {
  mkdirSync(resultsDir, { recursive: true })
  writeFileSync(fileIn(resultsDir), `${JSON.stringify(facts, undefined, 2)}\n`)
}

/** The facts of this run; `undefined` before the preflight. */
export const readFacts = (resultsDir: string): Facts | undefined => {
  try {
    return JSON.parse(readFileSync(fileIn(resultsDir), 'utf8')) as Facts
  } catch {
    return undefined
  }
}
