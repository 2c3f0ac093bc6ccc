import { defineConfig } from '@playwright/test'

/** Tests that do nothing: what the runner itself costs. */
export default defineConfig({
  testDir: 'bench',
  testMatch: 'empty.bench.ts',
  outputDir: '../test-results/bench',
  fullyParallel: true,
  workers: 2,
  reporter: [['line']],
})
