import { existsSync, readFileSync, rmSync } from 'node:fs'
import { journalIn } from './journal'

const tenantsIn = (journal: string): readonly string[] =>
  [...journal.matchAll(/"tenant":"([^"]*)"/g)].map(([, origin = '']) => origin)

const isMock = (origin: string): boolean => /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(origin)

/**
 * Before the built-in mock is asked: removes a journal that speaks of mocks only. They are gone and what was made on
 * them with them; a journal that names one tenant besides is kept as it is, for the sweep.
 */
export const forgetMocks = (resultsDir: string): void => {
  const file = journalIn(resultsDir)
  if (existsSync(file) && tenantsIn(readFileSync(file, 'utf8')).every(isMock)) rmSync(file)
}
