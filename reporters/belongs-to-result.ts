import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { toAcceptFile } from './deviations/tell'
import { printedFile } from './printed'

/** What is written about one result, beside it: of another one it would tell a wrong story. */
export const belongings: readonly string[] = [
  'conformance.json',
  'plan.json',
  'allure-results',
  'allure-report',
  'census.json',
  'gate.json',
  'gate.md',
  'conformance.html',
  'conformance.md',
  'junit.xml',
  'ctrf.json',
  'conformance.sarif',
  'summary.md',
  toAcceptFile,
  printedFile,
]

/** Removes everything about an earlier result. */
export const forgetResult = (folder: string): void => {
  for (const name of belongings) rmSync(join(folder, name), { recursive: true, force: true })
}
