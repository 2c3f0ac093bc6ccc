import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsed } from '../families'
import type { JournalLine } from '../journal'
import { journalState, type Entry } from '../journal-state'

/** A process that has written to a journal. */
export interface Process {
  readonly pid: number
  readonly host: string
}

/** What the journals say about a run. */
export interface JournaledRun {
  readonly run: string
  /** Origins of the tenants it asked. */
  readonly tenants: ReadonlySet<string>
  /** Processes that have not said that they are through. */
  readonly open: readonly Process[]
  /** When something was last written, in milliseconds. */
  readonly lastAt: number
  /** What it has made and nobody has removed, the youngest first. */
  readonly left: readonly Entry[]
}

const journals = (resultsDir: string): readonly string[] => {
  try {
    return readdirSync(resultsDir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /^journal.*\.jsonl$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
  } catch {
    return []
  }
}

const isLine = (value: unknown): value is JournalLine =>
  typeof value === 'object' && value !== null && 'run' in value && 'event' in value && 'at' in value

/** A crash may have cut the last line off: it is no line then. */
const linesIn = (file: string): readonly JournalLine[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map(line => parsed(line))
    .filter(isLine)

/**
 * What all journals below a folder say, run by run.
 * @param only the mark of the one run to read
 */
export const journaledRuns = (resultsDir: string, only?: string): readonly JournaledRun[] => {
  const runs = new Map<string, ReturnType<typeof collecting>>()
  for (const line of journals(resultsDir).flatMap(linesIn)) {
    if (only !== undefined && line.run !== only) continue
    const found = runs.get(line.run) ?? collecting()
    runs.set(line.run, found)
    found.add(line)
  }
  return [...runs].map(([run, { summary }]) => ({ run, ...summary() }))
}

const collecting = () => {
  const state = journalState()
  const tenants = new Set<string>()
  const open = new Map<string, Process>()
  let lastAt = 0
  return {
    add(line: JournalLine): void {
      const { event, pid, host, tenant, at } = line
      lastAt = Math.max(lastAt, Date.parse(at) || 0)
      if (tenant !== undefined) tenants.add(tenant)
      if (event === 'opened' && pid !== undefined && host !== undefined) open.set(`${host} ${pid}`, { pid, host })
      if (event === 'closed') open.delete(`${host} ${pid}`)
      state.add(line)
    },
    summary: () => ({ tenants, open: [...open.values()], lastAt, left: state.left() }),
  }
}
