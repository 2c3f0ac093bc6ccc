import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tenant } from '../tenant'
import type { Generation } from '../media-type'
import { writeWhole } from '../whole-file'

/** One thing that was looked at, and what was seen, in words. */
export interface Step {
  readonly step: string
  readonly observed: string
  /** What somebody should see to, although the run can begin. */
  readonly remark?: string
}

/** What the preflight found out about a tenant, for the workers and the reports. */
export interface Facts {
  readonly baseUrl: string
  /**
   * Newest generation of media types that management operations accept, with a body too where a run may send any;
   * absent where none was.
   */
  readonly generation?: Generation
  /** Issuer that discovery publishes. */
  readonly issuer?: string
  /** How far the tenant's clock is ahead of ours, in seconds. */
  readonly clockOffsetSeconds?: number
  /** In the order they were taken. */
  readonly steps: readonly Step[]
  /** Why the run cannot begin. */
  readonly problem?: { readonly setting: string; readonly message: string }
}

const fileIn = (resultsDir: string) => join(resultsDir, 'preflight.json')

/** Writes the facts for everybody who comes later. */
export const writeFacts = (resultsDir: string, facts: Facts): void => writeWhole(fileIn(resultsDir), facts)

/** The facts about a tenant; `undefined` before its preflight, and where what is there speaks of another one. */
export const readFacts = ({ resultsDir, baseUrl }: Pick<Tenant, 'resultsDir' | 'baseUrl'>): Facts | undefined => {
  try {
    const facts = JSON.parse(readFileSync(fileIn(resultsDir), 'utf8')) as Facts
    return facts.baseUrl === baseUrl ? facts : undefined
  } catch {
    return undefined
  }
}
