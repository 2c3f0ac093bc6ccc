import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneLine } from './plain'
import type { Target } from './verdict'

/** One thing that was looked at before the first check, and what was seen. */
export interface PreflightStep {
  readonly step: string
  readonly observed: string
  /** What somebody should see to, although the run could begin. */
  readonly remark?: string
}

const isStep = (value: unknown): value is PreflightStep =>
  typeof value === 'object' &&
  value !== null &&
  'step' in value &&
  typeof value.step === 'string' &&
  'observed' in value &&
  typeof value.observed === 'string'

/**
 * What the preflight of a run saw; nothing where there was none, as on the mock, or where it speaks of another tenant.
 * @param folder where the run writes to
 */
export const readPreflight = (folder: string, { kind, baseUrl }: Target): readonly PreflightStep[] | undefined => {
  if (kind === 'mock') return undefined
  try {
    const found = JSON.parse(readFileSync(join(folder, 'preflight.json'), 'utf8')) as Record<string, unknown>
    return found['baseUrl'] === baseUrl && Array.isArray(found['steps']) ? found['steps'].filter(isStep) : undefined
  } catch {
    return undefined
  }
}

/** A step as a report shows it. */
export const sawIt = ({ observed, remark }: PreflightStep): string =>
  oneLine(remark === undefined ? observed : `${observed}: ${remark}`)
