import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** A run as small as can be, without a tenant: what is under test is what the reporters make of it. */
const resultsDir = process.env.RESULTS_DIR ?? ''

// oxlint-disable-next-line import/no-default-export -- Playwright asks for one
export default defineConfig({
  testDir: '.',
  outputDir: join(resultsDir, 'test-results'),
  workers: 1,
  globalSetup: './setup.ts',
  reporter: [
    ['../../reporters/reporter.ts', { resultsDir }],
    ['allure-playwright', { resultsDir: join(resultsDir, 'allure-results'), detail: false }],
  ],
  projects: [
    { name: 'preflight', testMatch: 'preflight.ts' },
    { name: 'checks', testMatch: 'checks.ts', dependencies: ['preflight'] },
  ],
})
