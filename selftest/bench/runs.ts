import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playwrightCommand } from '../../harness/playwright-command'
import { repository } from '../../reporters/surroundings'
import { writeStatement } from '../../reporters/statement/write'
import { spentFile } from './timed-reporter'

interface Results {
  readonly verdict: string
  readonly requests: number
  readonly requirements: readonly { readonly checks: readonly { readonly durationMs: number }[] }[]
}

/** A run from the command to its end. */
export interface Run {
  readonly milliseconds: number
  readonly checks: number
  /** What the checks took, one after the other, in milliseconds. */
  readonly busy: number
  readonly requests: number
  readonly verdict: string
}

/** The settings of this shell must not lead the run to a tenant. */
const surroundings = (extra: Readonly<Record<string, string>>) => {
  const own = Object.entries(process.env).filter(([name]) => !/^(TENANT|FUZZ|CONFORMANCE)_/.test(name))
  return { ...Object.fromEntries(own), ...extra }
}

const timed = async (command: readonly string[], env: Readonly<Record<string, string>>): Promise<number> => {
  const begun = performance.now()
  const child = spawn(process.execPath, command, { cwd: repository, env: surroundings(env), stdio: 'ignore' })
  await once(child, 'close')
  return performance.now() - begun
}

/** `npm run conformance` against the built-in mock, without npm. */
export const conformanceRun = async (...options: readonly string[]): Promise<Run> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const milliseconds = await timed(['--require', 'tsx/cjs', 'harness/conformance.ts', ...options], {
      RESULTS_DIR: folder,
    })
    const results = JSON.parse(readFileSync(join(folder, 'conformance.json'), 'utf8')) as Results
    const durations = results.requirements.flatMap(({ checks }) => checks.map(({ durationMs }) => durationMs))
    const busy = durations.reduce((sum, each) => sum + each, 0)
    return { milliseconds, checks: durations.length, busy, requests: results.requests, verdict: results.verdict }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A run whose reporter is watched, and the statement made of it.
 * @returns milliseconds: of the run from the command to its end, of the reporter, of the statement
 */
export const reportingRun = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const command = [
      '--require',
      'tsx/cjs',
      'harness/conformance.ts',
      '--reporter',
      './selftest/bench/timed-reporter.ts',
    ]
    const milliseconds = await timed(command, { RESULTS_DIR: folder })
    const reporter = Number(readFileSync(join(folder, spentFile), 'utf8'))
    const begun = performance.now()
    writeStatement(folder)
    return { milliseconds, reporter, statement: performance.now() - begun }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A Playwright run of so many tests that do nothing, in milliseconds. */
export const emptyRun = (tests: number): Promise<number> =>
  timed([playwrightCommand, 'test', '--config', 'selftest/bench-empty.config.ts'], { BENCH_TESTS: String(tests) })
