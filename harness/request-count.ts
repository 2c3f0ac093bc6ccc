import { fstatSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The file in which the requests of a run are counted, a byte each: processes that append never lose one. */
export const requestCountIn = (resultsDir: string, run: string): string => join(resultsDir, `requests-${run}.count`)

/** Counts the requests of all workers of a run; gives a function that counts one more and says how many there are. */
export const requestCount = (resultsDir: string, run: string): (() => number) => {
  mkdirSync(resultsDir, { recursive: true })
  const opened = openSync(requestCountIn(resultsDir, run), 'a')
  return () => {
    writeSync(opened, '.')
    return fstatSync(opened).size
  }
}
