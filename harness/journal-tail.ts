import { openSync, readSync } from 'node:fs'
import { parsed } from './families'
import { journalIn, type JournalLine } from './journal'
import { journalState } from './journal-state'

const piece = 64 * 1024

/**
 * Follows what all workers of a run write to its journal.
 * @returns how many things of the run exist, or may exist, at this moment
 */
export const objectsIn = (resultsDir: string, run: string): (() => number) => {
  const file = journalIn(resultsDir)
  let [offset, rest] = [0, '']
  const state = journalState()
  const buffer = Buffer.alloc(piece)
  let opened: number | undefined

  const readOn = () => {
    opened ??= openSync(file, 'r')
    for (;;) {
      const size = readSync(opened, buffer, 0, piece, offset)
      if (size === 0) return
      offset += size
      const lines = (rest + buffer.toString('latin1', 0, size)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const event = parsed(line) as JournalLine | undefined
        if (event?.run === run) state.add(event)
      }
    }
  }
  return () => {
    readOn()
    return state.count()
  }
}
