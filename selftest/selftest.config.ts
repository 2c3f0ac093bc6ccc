import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/selftest',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '../test-results/selftest.json' }]],
})
