import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ExitStatus {
  readonly status: 0 | 1 | 2
  readonly reason: string
}

const statuses: ReadonlyMap<unknown, 0 | 1 | 2> = new Map([
  ['conformant', 0],
  ['non-conformant', 1],
  ['inconclusive', 2],
])

const read = (path: string): { verdict?: unknown; reason?: unknown; startedAt?: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * The exit status of a run: 0 conformant, 1 non-conformant, 2 inconclusive or without a verdict.
 *
 * @param resultsDir the folder the run wrote to
 * @param since when the run began; a verdict that is older speaks of another run and counts as none
 */
export const exitStatus = (resultsDir: string, since?: Date): ExitStatus => {
  const path = join(resultsDir, 'conformance.json')
  const found = read(path)
  const status = statuses.get(found?.verdict)

  if (!found || status === undefined)
    return { status: 2, reason: `the run left no verdict: ${path} is missing or cannot be read` }
  if (since && !(Date.parse(String(found.startedAt)) >= since.getTime()))
    return { status: 2, reason: `the run left no verdict: ${path} is of an earlier run` }
  return { status, reason: typeof found.reason === 'string' ? found.reason : String(found.verdict) }
}
