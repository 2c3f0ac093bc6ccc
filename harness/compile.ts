import { spawnSync } from 'node:child_process'
import { playwrightCommand } from './playwright-command'

// Part of `npm ci`: the test runner compiles what it loads and keeps it, and listing the checks loads all but the setup
// of a run. Without it the first run does the same and begins some seconds later. Wrong settings are told by the run.
spawnSync(process.execPath, [playwrightCommand, 'test', '--list'], { stdio: 'ignore' })
