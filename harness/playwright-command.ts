import { dirname, join } from 'node:path'

/** The file Node.js has to run for what `npx playwright` does. */
export const playwrightCommand = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js')
