import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { exitStatus } from '../reporters/exit-status'
import { ConfigurationError, configurationOf, loadEnvironment, type Configuration } from './configuration'

// `npm run conformance`: checks the settings, runs the suites, and ends with the status of the verdict:
// 0 conformant, 1 non-conformant, 2 inconclusive or misconfigured. Arguments go to Playwright.

const say = (text: string) => process.stderr.write(`${text}\n`)

const settings = (): Configuration | undefined => {
  loadEnvironment()
  try {
    return configurationOf(process.env)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    say(`The run cannot begin: ${error.message}`)
    return undefined
  }
}

/** What an earlier run left behind must not pass for the result of this one. */
const clear = (resultsDir: string) => {
  for (const name of ['conformance.json', 'plan.json', 'preflight.json', 'allure-results', 'test-results'])
    rmSync(join(resultsDir, name), { recursive: true, force: true })
}

const playwright = (options: readonly string[]): Promise<number> => {
  const command = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  const child = spawn(process.execPath, [command, 'test', ...options], { stdio: 'inherit' })
  // Ctrl-C reaches the child as well; this process waits for its reports.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGINT'))
  return new Promise(resolve => child.once('exit', code => resolve(code ?? 2)))
}

const asksForText = (options: readonly string[]) => options.some(option => ['--help', '-h', '--list'].includes(option))

const main = async (options: readonly string[]): Promise<number> => {
  const configuration = settings()
  if (!configuration) return 2
  if (asksForText(options)) return playwright(options)
  clear(configuration.resultsDir)
  const begun = new Date()
  await playwright(options)
  const { status, reason } = exitStatus(configuration.resultsDir, begun)
  if (!existsSync(join(configuration.resultsDir, 'conformance.json'))) say(reason)
  return status
}

process.exitCode = await main(process.argv.slice(2))
