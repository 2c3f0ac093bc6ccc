import { fstatSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from './configuration'

/** The file in which the requests of a run are counted, a byte each: processes that append never lose one. */
export const requestCountIn = ({ resultsDir, run }: Pick<Configuration, 'resultsDir' | 'run'>): string =>
  join(resultsDir, `requests-${run}.count`)

/** Counts the requests of all workers of a run; gives a function that counts one more and says how many there are. */
export const requestCount = (run: Pick<Configuration, 'resultsDir' | 'run'>): (() => number) => {
  mkdirSync(run.resultsDir, { recursive: true })
  const opened = openSync(requestCountIn(run), 'a')
  return () => {
    writeSync(opened, '.')
    return fstatSync(opened).size
  }
}
