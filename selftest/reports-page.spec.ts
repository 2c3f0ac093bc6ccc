import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { offline } from '../reporters/offline'
import { node } from './node-command'

const inFolder = (folder: string, words: readonly string[]) => node(words, { RESULTS_DIR: folder })

const report = (folder: string) => inFolder(folder, ['--require', 'tsx/cjs', 'reporters/report.ts'])

/** The data the page carries in itself, by name. */
const carried = (html: string) =>
  new Map(
    [...html.matchAll(/d\("([^"]+)"\s*,\s*"([A-Za-z0-9+/=]*)"/g)].map(
      ([, name, data]) => [name ?? '', Buffer.from(data ?? '', 'base64').toString()] as const,
    ),
  )

test('the page is one file that loads nothing, ordered by area, operation and requirement', ({}, info) => {
  const folder = info.outputPath('results')
  inFolder(folder, [
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    'selftest/fake-run/fake-run.config.ts',
    '--grep',
    '@sound|@broken|@fault|@unit|@otherunit|@blocked',
  ])

  const { status, stdout } = report(folder)

  expect(status).toBe(0)
  expect(stdout).toContain(join('allure-report', 'index.html'))
  const html = readFileSync(join(folder, 'allure-report', 'index.html'), 'utf8')
  expect(html).not.toMatch(/googletagmanager|<(?:script|link|img|iframe)[^>]+(?:src|href)="(?!data:)/)
  const tree = carried(html).get('widgets/tree.json') ?? ''
  for (const name of ['Token endpoint', 'POST /acs/token', 'TOK-005']) expect(tree).toContain(`"name":"${name}"`)
  const categories = carried(html).get('widgets/categories.json') ?? ''
  for (const name of [
    'Contract broken (MUST)',
    'Warning (SHOULD not followed, or something odd)',
    'Fault of the harness',
  ])
    expect(categories).toContain(`"name":"${name}"`)
  const globals = carried(html).get('widgets/globals.json') ?? ''
  const root = 'CLI-001 does not hold, and this run has no check of it'
  expect(globals).toContain(root)
  expect(html).toMatch(new RegExp(`<body[^>]*>\\s*<section[^]*${root}[^]*A-16 mixed: the time counts[^]*</section>`))
})

test('without results it says what to do', ({}, info) => {
  const { status, stderr } = report(info.outputPath('nothing'))

  expect(status).toBe(2)
  expect(stderr).toMatch(/^There are no results in .*allure-results: run npm run conformance first\.\n$/)
})

test('a page that would still load something is an error that says where to look', () => {
  expect(
    offline('<script src="data:text/javascript;base64,eA=="></script><a href="https://x.example">x</a>'),
  ).toContain('<a ')
  expect(() => offline('<script src="https://x.example/a.js"></script>')).toThrow(
    'https://x.example/a.js: teach reporters/offline.ts',
  )
})
