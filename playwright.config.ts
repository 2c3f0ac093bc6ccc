import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { configurationOf, loadEnvironment } from './harness/configuration'
import { labelOf, urlOf, type Citation } from './specs'

loadEnvironment()
process.env.CONFORMANCE_RUN ??= `${Math.floor(Date.now() / 1000).toString(36)}${randomBytes(2).toString('hex')}`
process.env.CONFORMANCE_SEED ??= String(randomBytes(4).readUInt32BE() >>> 1)

/** A citation of a check becomes a link with a readable name. */
const sources = {
  urlTemplate: (citation: string) => urlOf(citation as Citation),
  nameTemplate: (citation: string) => labelOf(citation as Citation),
}

const { kind, resultsDir } = configurationOf(process.env)
const allure = [
  'allure-playwright',
  { resultsDir: join(resultsDir, 'allure-results'), detail: false, suiteTitle: false, links: { tms: sources } },
] as const
// It would write a result for each check it hears of, also where none is made, among those of the last run.
const isListing = process.argv.includes('--list')
const isTenant = kind === 'tenant'
const lane = process.env.CONFORMANCE_LANE
const waits = /@slow/

export default defineConfig({
  testDir: 'suites',
  outputDir: join(resultsDir, 'test-results'),
  // On a tenant checks wait, beside each other; on the mock they compute, and a file per turn saves the turns.
  fullyParallel: isTenant,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  globalSetup: ['./mock/global-setup.ts', './harness/census/global-setup.ts'],
  reporter: [['./reporters/reporter.ts', { resultsDir }], ...(isListing ? [] : [allure])],
  // Waiting checks of a real tenant begin first and leave workers for the others; the mock lets time pass at once.
  workers: isTenant ? 6 : 2,
  projects: isTenant
    ? [
        { name: 'preflight', testDir: 'harness/preflight', testMatch: '*.setup.ts' },
        { name: 'slow', grep: waits, dependencies: ['preflight'], workers: 4 },
        { name: 'checks', grepInvert: waits, dependencies: ['preflight'] },
      ].filter(({ name }) => !lane || name === lane || name === 'preflight')
    : [{ name: 'checks', ...(lane === 'slow' && { grep: waits }), ...(lane === 'checks' && { grepInvert: waits }) }],
})
