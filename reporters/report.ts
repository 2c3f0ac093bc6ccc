import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { config } from 'dotenv'
import { writeJson } from './atomic-write'
import type { Conformance } from './conformance-json'
import { offline } from './offline'
import { pageGlobals, pageHead, withHead } from './render/page'
import { repository, resultsFolder, shownPath } from './surroundings'

/** `npm run report`: makes the Allure page of the last run and says where it is. Needs neither Java nor network. */

const hasResults = (folder: string) => {
  try {
    return readdirSync(folder).some(name => name.endsWith('-result.json'))
  } catch {
    return false
  }
}

/** The result of the run; one that was cut off has left none. */
const resultIn = (folder: string): Conformance | undefined => {
  try {
    return JSON.parse(readFileSync(join(folder, 'conformance.json'), 'utf8')) as Conformance
  } catch {
    return undefined
  }
}

/** Tells Allure about the run as a whole. */
const tellRun = (folder: string, result: Conformance) => {
  const { globals, files } = pageGlobals(result)
  writeJson(join(folder, 'allure-results', 'run-globals.json'), globals)
  for (const [name, text] of files) writeFileSync(join(folder, 'allure-results', name), text)
}

const generate = (from: string, to: string) => {
  const allure = join(dirname(createRequire(import.meta.url).resolve('allure')), '..', 'cli.js')
  const settings = join(repository, 'allurerc.mjs')
  const words = [allure, 'generate', from, '--cwd', repository, '--config', settings, '--output', to]
  return spawnSync(process.execPath, words, { encoding: 'utf8' })
}

const report = (): { status: 0 | 2; text: string } => {
  const from = join(resultsFolder(), 'allure-results')
  if (!hasResults(from))
    return {
      status: 2,
      text: `There are no results in ${shownPath(from)}: run npm run conformance first.`,
    }

  const result = resultIn(resultsFolder())
  if (result) tellRun(resultsFolder(), result)
  const to = join(resultsFolder(), 'allure-report')
  const { status, stdout, stderr, error } = generate(from, to)
  if (status !== 0)
    return { status: 2, text: `Allure could not make the page:\n${error?.message ?? `${stderr}${stdout}`.trim()}` }

  const page = join(to, 'index.html')
  const html = offline(readFileSync(page, 'utf8'))
  writeFileSync(page, result ? withHead(html, pageHead(result)) : html)
  return { status: 0, text: `The report is one file, open it in a browser: ${shownPath(page)}` }
}

config({ quiet: true })
const { status, text } = report()
;(status === 0 ? process.stdout : process.stderr).write(`${text}\n`)
process.exitCode = status
