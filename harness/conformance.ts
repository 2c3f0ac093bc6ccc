import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { exitStatus } from '../reporters/exit-status'
import { ConfigurationError, configurationOf, loadEnvironment, type Configuration } from './configuration'
import type * as Census from './census/census'
import type { LeftBehind } from './census/census'
import { endWith } from './end-with'
import { forgetMocks } from './forget-mocks'
import { interruptionIn } from './interruption'
import { requestCountIn } from './request-count'
import { shareOut } from './pace/share-out'
import { environmentOf, partIn } from './part'
import { playwrightCommand } from './playwright-command'
import type * as SecretScan from './secret-scan/scan'
import { freshKey } from './secret-scan/sealed'
import { tenantOf } from './tenant'

// `npm run conformance`: checks the settings, runs the suites, and ends with the status of the verdict:
// 0 conformant, 1 non-conformant, 2 inconclusive or misconfigured. Arguments but `--lane` go to Playwright.

const say = (text: string) => process.stderr.write(`${text}\n`)

const settings = (words: readonly string[]) => {
  try {
    loadEnvironment()
    const part = partIn(words, process.env)
    Object.assign(process.env, environmentOf(part, process.env))
    return { configured: configurationOf(process.env), options: part.options }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    say(`The run cannot begin: ${error.message}`)
    return undefined
  }
}

/** What an earlier run left behind must not pass for the result of this one. */
const clear = (resultsDir: string) => {
  for (const name of [
    'conformance.json',
    'plan.json',
    'preflight.json',
    'census.json',
    'allure-results',
    'test-results',
  ])
    rmSync(join(resultsDir, name), { recursive: true, force: true })
}

/** After this many milliseconds a run that was asked to stop does not clear up any longer. */
const longestFarewell = 7_500

/** @returns whether it was asked to stop and did not come to an end of its own */
const playwright = (options: readonly string[]): Promise<{ status: number; isCutShort: boolean }> => {
  const child = spawn(process.execPath, [playwrightCommand, 'test', ...options], { stdio: 'inherit' })
  let [isStopping, isCutShort] = [false, false]
  // This process waits for the reports. Where Ctrl-C reaches the child by itself, it takes both for one; a second one
  // ends its clearing up, and it writes the reports at once.
  const stop = () => {
    child.kill('SIGINT')
    if (isStopping) return
    isStopping = true
    setTimeout(() => (isCutShort = child.kill('SIGINT')), longestFarewell).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return new Promise(resolve => child.once('exit', code => resolve({ status: code ?? 2, isCutShort })))
}

/** Where the test runner came to a sudden end, somebody else has to clear up. */
const leaveNothing = async (configuration: Configuration): Promise<readonly LeftBehind[]> => {
  if (!configuration.baseUrl || !configuration.writes) return []
  // Loaded only where there is a tenant to be counted: the suites wait for this process.
  const { countAfter, readCensus } = require('./census/census') as typeof Census
  const before = readCensus(configuration)
  const after = await countAfter(tenantOf(configuration))
  if (before?.after || !after) return []
  say(`The run ended early; ${after.removed?.length ?? 0} things of its checks were removed afterwards.`)
  for (const { kind, name, reason } of after.leftBehind ?? []) say(`LEFT BEHIND  ${kind} ${name}: ${reason}`)
  return after.leftBehind ?? []
}

/** Fails the run where a secret stands in anything it wrote, or where nobody can say so. */
const searchForSecrets = (configuration: Configuration & { readonly scanKey: string }): boolean => {
  const { scan } = require('./secret-scan/scan') as typeof SecretScan
  const { state, found = [], reason } = scan(configuration)
  for (const file of found)
    say(
      `SECRET FOUND  ${file} holds a secret or token of this run. Remove it, and report this as a fault of the harness.`,
    )
  if (state === 'failed') say(`What was written could not be searched for secrets: ${reason}. Do not share it.`)
  return state === 'clean'
}

const asksForText = (options: readonly string[]) => options.some(option => ['--help', '-h', '--list'].includes(option))

const main = async (words: readonly string[]): Promise<number> => {
  const given = settings(words)
  if (!given) return 2
  const { configured, options } = given
  if (asksForText(options)) return (await playwright(options)).status
  // One budget for all processes, this one included.
  const { configuration, environment, close } = await shareOut(configured)
  const scanKey = freshKey()
  Object.assign(process.env, environment, { CONFORMANCE_SCAN_KEY: scanKey })
  clear(configuration.resultsDir)
  if (!configuration.baseUrl) forgetMocks(configuration.resultsDir)
  const begun = new Date()
  const { isCutShort } = await playwright(options)
  const { status, reason } = exitStatus(configuration.resultsDir, begun)
  if (isCutShort) say('The run was stopped before it had removed everything of its own: npm run sweep does the rest.')
  const left = isCutShort ? [] : await leaveNothing(configuration)
  await close()
  for (const file of [interruptionIn(configuration), requestCountIn(configuration)]) rmSync(file, { force: true })
  if (!existsSync(join(configuration.resultsDir, 'conformance.json'))) say(reason)
  const isClean = searchForSecrets({ ...configuration, scanKey })
  return status === 0 && (left.length > 0 || !isClean) ? 2 : status
}

endWith(main(process.argv.slice(2)))
