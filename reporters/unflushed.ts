import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Lets files of the Allure reporter reach the disk when the system thinks fit. Its writer (allure-js-commons 3.12)
 * flushes each of some 1,500 files before it goes on, and the test runner, whose process it is, gives out no new checks
 * meanwhile: a quarter of a run's time, for results that nobody reads before the run is over.
 */
export const writeUnflushed = (): void => {
  fs.fsyncSync = () => {}
  syncBuiltinESMExports()
}
