import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeRoom, mostRuns } from '../reporters/allure/history'
import { entriesAsYaml, entriesToAccept } from '../reporters/deviations/to-accept'
import { catalogue } from '../reporters/catalogue'
import { verdictIn } from './conformance-run'
import { node } from './node-command'

test.describe.configure({ mode: 'serial' })

/** A check of each kind that a category is for. */
const kinds = '@sound|@broken|@fault|@blocked|@road'

const inFolder = (command: readonly string[], folder: string, more: Readonly<Record<string, string>> = {}) =>
  node(command, { RESULTS_DIR: folder, FUZZ_SEED: '7', CONFORMANCE_COMMIT: 'a1b2c3d4e5', ...more })

/** Runs the fake checks and makes the page of them. */
const run = (folder: string, settings: Readonly<Record<string, string>> = {}) => {
  const words = ['-c', 'selftest/fake-run/fake-run.config.ts', '--grep', kinds]
  inFolder(['node_modules/@playwright/test/cli.js', 'test', ...words], folder, settings)
  return report(folder)
}

/** What a page holds: its data by name, as far as it is JSON. */
const report = (folder: string) => {
  const { status, stderr } = inFolder(['--require', 'tsx/cjs', 'reporters/report.ts'], folder)
  expect(status, stderr).toBe(0)
  const html = readFileSync(join(folder, 'allure-report', 'index.html'), 'utf8')
  const data = [...html.matchAll(/d\("([^"]+\.json)","([^"]*)"\)/g)].map(
    ([, name = '', base64 = '']) =>
      [name, JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as unknown] as const,
  )
  return new Map(data)
}

type Page = ReturnType<typeof report>

interface Shown {
  readonly name: string
  readonly status: string
  readonly categories?: readonly { readonly name: string }[]
  readonly history?: readonly { readonly status: string }[]
  readonly links?: readonly { readonly name?: string; readonly url: string }[]
  readonly groupedLabels: Readonly<Record<string, readonly string[]>>
}

const tests = (page: Page): readonly Shown[] =>
  [...page].filter(([name]) => name.startsWith('data/test-results/')).map(([, value]) => value as Shown)

/** By the id of the requirement: under which category its check stands. */
const filed = (page: Page) =>
  Object.fromEntries(
    tests(page).flatMap(({ name, categories = [] }) =>
      categories.map(category => [name.slice(0, 'TOK-001'.length), category.name] as const),
    ),
  )

const categories = {
  'TOK-005': 'Contract broken (MUST)',
  'TOK-014': 'Warning (SHOULD not followed, or something odd)',
  'TOK-011': 'Blocked by another requirement',
  'TOK-012': 'Trouble on the road to the tenant',
  'TOK-004': 'Fault of the harness',
}

const folders: Record<'first' | 'second', string> = { first: '', second: '' }

test('every check that did not simply pass stands under the category it belongs to', ({}, info) => {
  folders.first = info.outputPath('first')
  folders.second = info.outputPath('second')

  const page = run(folders.first)

  expect(filed(page)).toEqual(categories)
  expect(tests(page).find(({ name }) => name.startsWith('TOK-005'))?.groupedLabels).toMatchObject({
    epic: ['Token endpoint'],
    feature: ['POST /acs/token'],
    story: ['TOK-005'],
  })
})

test('the environment tells whom the run asked, with what, and from which seed', () => {
  const page = report(folders.first)

  expect(page.get('widgets/variables.json')).toMatchObject({
    Target: 'mock http://127.0.0.1:4711',
    Harness: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    Commit: 'a1b2c3d4e5',
    Seed: '7',
    Began: expect.stringMatching(/^20.*Z, took \d+\.\d s$/),
  })
})

test('an accepted failure has a category of its own and says why; the history knows the run before', () => {
  const found = verdictIn(folders.first)
  if (!found) throw new Error('the first run left no verdict')
  const entries = entriesToAccept(found, catalogue).map(entry => ({
    ...entry, reason: 'rounded', link: 'https://tickets.example/1', owner: 'identity team', expires: '2999-12-31',
  })) // prettier-ignore
  const file = join(dirname(folders.first), 'deviations.yaml')
  writeFileSync(file, entriesAsYaml(entries))

  const page = run(folders.second, { CONFORMANCE_DEVIATIONS: file })
  const accepted = tests(page).find(({ name }) => name.startsWith('TOK-005'))

  expect(filed(page)).toEqual({ ...categories, 'TOK-005': 'Known deviation' })
  expect(accepted?.links).toContainEqual(
    expect.objectContaining({
      url: 'https://tickets.example/1',
      name: 'accepted until 2999-12-31 by identity team: rounded',
    }),
  )
  expect(accepted?.history?.map(({ status }) => status)).toEqual(['failed'])
})

const historyOf = (folder: string) =>
  readFileSync(join(dirname(folder), '.allure', 'mock.jsonl'), 'utf8')
    .trim()
    .split('\n')

test('a page that is made again is of the same run: nothing is there twice', () => {
  const page = report(folders.second)

  expect(filed(page)['TOK-005']).toBe('Known deviation')
  expect(tests(page).find(({ name }) => name.startsWith('TOK-005'))?.history).toHaveLength(1)
  expect(historyOf(folders.second)).toHaveLength(2)
  expect(historyOf(folders.second).join('')).not.toContain('expected')
})

test('the history keeps the newest runs, and what cannot be read goes', ({}, info) => {
  const path = info.outputPath('history.jsonl')
  const lines = Array.from({ length: 30 }, (_, index) => JSON.stringify({ name: `run ${index}`, testResults: {} }))
  writeFileSync(path, ['{"name":', ...lines].join('\n'))

  makeRoom(path, 'run 29')

  const kept = readFileSync(path, 'utf8').trim().split('\n')
  expect(kept).toHaveLength(mostRuns - 1)
  expect(JSON.parse(kept.at(-1) ?? '')).toMatchObject({ name: 'run 28' })
})
