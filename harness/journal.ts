import { appendFileSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import type { Kind } from './families'

export type { Kind } from './families'

/** What a run makes and removes, written before the tenant is asked, so that a crash leaves a list of what to look for. */
export interface Journal {
  /** @param name client id, or the name given to a directory or provider */
  creating(kind: Kind, name: string): void
  /** The tenant says that it made it, and under which id. */
  created(kind: Kind, name: string, id: string): void
  /** The tenant says that it made nothing. */
  refused(kind: Kind, name: string): void
  removed(kind: Kind, name: string): void
}

/** A line of the journal. */
export interface JournalLine {
  readonly at: string
  readonly run: string
  readonly event: 'opened' | 'closed' | 'creating' | 'created' | 'refused' | 'removed'
  readonly kind?: Kind
  readonly name?: string
  readonly id?: string
  /** With `opened` and `closed`: the process that writes, and its machine. */
  readonly pid?: number
  readonly host?: string
  /** With `opened`: origin of the tenant. */
  readonly tenant?: string
}

/** Whose journal it is. */
export interface Writer {
  readonly resultsDir: string
  /** The mark of the run. */
  readonly run: string
  /** Origin of the tenant. */
  readonly baseUrl: string
  /** `tenant`: what is about to be made is on the disk, not only on its way there, before the tenant is asked. */
  readonly kind: 'mock' | 'tenant'
}

/** The file that all processes of a run write to. */
export const journalIn = (resultsDir: string): string => join(resultsDir, 'journal.jsonl')

/** Opens the journal of a run: one JSON line per event, appended; several processes may write to it. */
export const journalOf = ({
  resultsDir,
  run,
  baseUrl,
  kind: target,
}: Writer): Journal & { readonly close: () => void } => {
  const file = journalIn(resultsDir)
  mkdirSync(dirname(file), { recursive: true })
  // Kept open: properties write thousands of lines. It is not closed: the process that wrote it ends.
  const opened = openSync(file, 'a')
  const write = (event: JournalLine['event'], more: Partial<JournalLine>) =>
    void writeSync(opened, `${JSON.stringify({ at: new Date().toISOString(), run, event, ...more })}\n`)
  const writer = { pid: process.pid, host: hostname() }
  write('opened', { ...writer, tenant: baseUrl })
  return {
    creating(kind, name) {
      write('creating', { kind, name })
      if (target === 'tenant') fdatasyncSync(opened)
    },
    created: (kind, name, id) => write('created', { kind, name, id }),
    refused: (kind, name) => write('refused', { kind, name }),
    removed: (kind, name) => write('removed', { kind, name }),
    close: () => write('closed', writer),
  }
}

/** Adds to the journal of an earlier run that something of it is gone. */
export const noteRemoved = (
  resultsDir: string,
  run: string,
  { kind, name }: { readonly kind: Kind; readonly name: string },
): void => {
  mkdirSync(resultsDir, { recursive: true })
  const line: JournalLine = { at: new Date().toISOString(), run, event: 'removed', kind, name }
  appendFileSync(journalIn(resultsDir), `${JSON.stringify(line)}\n`)
}
