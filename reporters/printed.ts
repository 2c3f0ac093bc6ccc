import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The file that holds what a run has printed: it is searched for secrets like everything else that is written. */
export const printedFile = 'console.txt'

/** Prints to the terminal, and keeps what it printed. */
export interface Printer {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Writes what was printed so far to a file of the folder. */
  readonly keep: (folder: string) => void
}

/** A printer for one run. */
export const printer = (): Printer => {
  const said: string[] = []
  const to = (stream: NodeJS.WriteStream) => (text: string) => {
    said.push(text)
    stream.write(text)
  }
  return {
    out: to(process.stdout),
    err: to(process.stderr),
    keep: folder => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, printedFile), said.join(''))
    },
  }
}
