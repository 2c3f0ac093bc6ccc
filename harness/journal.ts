import { mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Kind = 'client' | 'directory' | 'identity-provider'

/** What a run makes and removes, written before the tenant is asked, so that a crash leaves a list of what to look for. */
export interface Journal {
  /** @param name client id, or the name given to a directory or provider */
  creating(kind: Kind, name: string): void
  removed(kind: Kind, name: string): void
}

/**
 * Opens the journal of a run: one JSON line per event, appended; several workers may write to it.
 * @param resultsDir folder of the results
 * @param run the mark of this run
 */
export const journalOf = (resultsDir: string, run: string): Journal => {
  const file = join(resultsDir, 'journal.jsonl')
  mkdirSync(dirname(file), { recursive: true })
  // Kept open: properties write thousands of lines.
  const opened = openSync(file, 'a')
  const write = (event: string, kind: Kind, name: string) =>
    writeSync(opened, `${JSON.stringify({ at: new Date().toISOString(), run, event, kind, name })}\n`)
  return {
    creating: (kind, name) => write('creating', kind, name),
    removed: (kind, name) => write('removed', kind, name),
  }
}
