import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { config } from 'dotenv'
import { factsOf } from './allure/facts'
import { makeRoom, mostRuns, pointName, slimNewest } from './allure/history'
import { labelVerdicts } from './allure/verdict-labels'
import { writeJson } from './atomic-write'
import type { Conformance } from './conformance-json'
import { offline } from './offline'
import { pageGlobals, pageHead, withHead } from './render/page'
import { writeStatement } from './statement/write'
import { environmentWith, historyPath, repository, resultsFolder, shownPath } from './surroundings'

/** `npm run report`: makes the statement and the Allure page of the last run and says where they are. Needs neither Java nor network. */

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

/** Makes the page; what it is to know of the run is told in the environment, which allurerc.mjs reads. */
const generate = (from: string, to: string, about: object) => {
  const allure = join(dirname(require.resolve('allure')), '..', 'cli.js')
  const settings = join(repository, 'allurerc.mjs')
  const words = [allure, 'generate', from, '--cwd', repository, '--config', settings, '--output', to]
  const env = environmentWith({ CONFORMANCE_ALLURE: JSON.stringify(about) })
  return spawnSync(process.execPath, words, { encoding: 'utf8', env })
}

/** Makes the page of a run that has come to its end, which joins the history of its tenant. */
const generateOf = (result: Conformance, folder: string, to: string) => {
  const [from, history] = [join(folder, 'allure-results'), historyPath(folder, result.target)]
  const name = pointName(result)
  tellRun(folder, result)
  labelVerdicts(from, result)
  makeRoom(history, name)
  const made = generate(from, to, { name, history, mostRuns, facts: factsOf(result) })
  slimNewest(history)
  return made
}

interface Said {
  readonly status: 0 | 2
  readonly text: string
}

/** The page of evidence. */
const evidence = (folder: string, result: Conformance | undefined): Said => {
  const to = join(folder, 'allure-report')
  const made = result ? generateOf(result, folder, to) : generate(join(folder, 'allure-results'), to, {})
  const { status, stdout, stderr, error } = made
  if (status !== 0)
    return { status: 2, text: `Allure could not make the page:\n${error?.message ?? `${stderr}${stdout}`.trim()}` }

  const page = join(to, 'index.html')
  const html = offline(readFileSync(page, 'utf8'))
  writeFileSync(page, result ? withHead(html, pageHead(result)) : html)
  return { status: 0, text: `The report is one file, open it in a browser: ${shownPath(page)}` }
}

/** The statement, which links the page of evidence where there is one. */
const statement = (folder: string): Said => {
  try {
    return { status: 0, text: `The statement for a release is another: ${shownPath(writeStatement(folder))}` }
  } catch (error) {
    return { status: 2, text: `There is no statement: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const report = (folder: string): readonly Said[] => {
  const from = join(folder, 'allure-results')
  const result = resultIn(folder)
  if (!hasResults(from) && !result)
    return [{ status: 2, text: `There are no results in ${shownPath(from)}: run npm run conformance first.` }]
  return [...(hasResults(from) ? [evidence(folder, result)] : []), ...(result ? [statement(folder)] : [])]
}

config({ quiet: true })
for (const { status, text } of report(resultsFolder())) {
  ;(status === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  if (status !== 0) process.exitCode = status
}
