import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { fromSpecs, runCase, type Describe } from '../reporters/formats/case'
import { ctrf } from '../reporters/formats/ctrf'
import { annotations, jobSummary } from '../reporters/formats/github'
import { junit } from '../reporters/formats/junit'
import { sarif } from '../reporters/formats/sarif'
import { resultFrom, type Result } from '../reporters/result'
import { repository } from '../reporters/surroundings'
import { requirementIds } from '../specs'
import { greenResult } from './gate-samples'
import { broke, checkOf, concluded, said, sampleCatalogue } from './reports-samples'
import { elementsOf, readXml } from './xml-read'
import { signatureOf } from '../reporters/deviations/signature'
import { node } from './node-command'

const hostile = 'a <b attr="x"> & \'c\' ]]> %0A::error::x | @all\u0000\u001B[31m\uD800 \uFFFE end'
const lines = (received: string, twist = 'a 7-minute client') =>
  `TOK-005 · expires_in is the lifetime in seconds · ${twist}\n  expected  between 390 and 420\n  received  ${received}    POST /acs/token → 200, exchange 2 of 2\n  says      guide#step-2`

const withFailures = concluded(
  [
    [checkOf('TOK-005', 'a 7-minute client'), said('TOK-005', 'fail', { message: lines('7') })],
    [checkOf('TOK-005', 'a 60-minute client'), said('TOK-005', 'fail', { message: lines(hostile, 'a 60-minute client') })],
    [checkOf('TOK-009'), broke('worker process exited unexpectedly (code=3, signal=null)')],
    [checkOf('TOK-014'), said('TOK-014', 'fail', { message: '  expected  no-cache\n  received  absent' })],
    [checkOf('TOK-026'), said('TOK-026', 'skipped', { message: 'TENANT_WRITES is not allow' })],
    [checkOf('CLI-001'), said('CLI-001', 'fail', { message: 'expected 201, received 500' })],
  ],
  {
    known: [
      { requirement: 'CLI-001', check: '', signature: signatureOf('expected 201, received 500', null), tenant: '*', reason: 'known',
        link: 'https://t.example/1', owner: 'us', expires: '2026-06-30', line: 1 },
    ],
  },
) // prettier-ignore

const runs: Readonly<Record<string, Result>> = {
  failures: resultFrom(JSON.parse(JSON.stringify(withFailures)), 'sample'),
  empty: resultFrom(JSON.parse(JSON.stringify(concluded([]))), 'sample'),
}

/** Not from specs/: golden files change with the wording of formats, not with that of requirements. */
const describe: Describe = id => ({
  rule: sampleCatalogue.find(one => one.id === id)?.rule ?? id,
  area: id.startsWith('TOK') ? 'TOK Token endpoint' : 'CLI Clients',
  sources: [{ label: 'guide, step [2]', url: 'https://guide.example/#step-2' }],
})

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const formats: Readonly<Record<string, (result: Result, describe: Describe) => string>> = {
  'junit.xml': junit,
  'ctrf.json': (...given) => json(ctrf(...given)),
  'sarif.json': (...given) => json(sarif(...given)),
  annotations,
  'summary.md': jobSummary,
}

for (const [name, result] of Object.entries(runs))
  for (const [ending, render] of Object.entries(formats))
    test(`format: ${name}, ${ending}`, () => {
      const path = `${repository}/selftest/golden/formats-${name}-${ending}.txt`
      const text = render(result, describe)
      if (process.env.UPDATE_GOLDEN) writeFileSync(path, text)

      expect(text, `differs from ${path}; UPDATE_GOLDEN=1 accepts the new wording`).toBe(readFileSync(path, 'utf8'))
    })

const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false })
addFormats.default(ajv)
const shapeOf = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(`${repository}/selftest/${name}.shape.json`, 'utf8')) as object)
const shapes = { ctrf: shapeOf('ctrf'), sarif: shapeOf('sarif') }

const all: Readonly<Record<string, Result>> = {
  ...runs,
  green: greenResult,
  none: { ...greenResult, requirements: [] },
  'a bare one': { ...greenResult, requirements: greenResult.requirements.map(one => ({ ...one, checks: one.checks.map(({ at: _at, ...check }) => check) })) },
  'a strange one': { ...greenResult, problem: hostile, verdict: 'inconclusive', requirements: [{ id: 'NEW-001', level: 'MAY', verdict: 'fail', checks: [] }] },
} // prettier-ignore

for (const [name, result] of Object.entries(all))
  test(`CTRF and SARIF have their shape: ${name}`, () => {
    for (const [format, value] of [
      ['ctrf', ctrf(result, fromSpecs)],
      ['sarif', sarif(result, fromSpecs)],
    ] as const) {
      // prettier-ignore
      const validate = shapes[format]
      validate(JSON.parse(JSON.stringify(value)))
      expect(validate.errors ?? [], format).toEqual([])
    }
  })

for (const [name, result] of Object.entries(all))
  test(`JUnit is well-formed and adds up: ${name}`, () => {
    const root = readXml(junit(result, fromSpecs))
    const count = (element: string) => elementsOf(root, element).length

    expect(count('testcase')).toBe(result.requirements.length + (runCase(result) ? 1 : 0))
    expect(root.attributes).toMatchObject({
      tests: String(count('testcase')), failures: String(count('failure')), errors: String(count('error')), skipped: String(count('skipped')),
    }) // prettier-ignore
    for (const suite of elementsOf(root, 'testsuite'))
      expect(suite.attributes['tests']).toBe(String(elementsOf(suite, 'testcase').length))
    for (const skipped of elementsOf(root, 'skipped')) expect(skipped.attributes['message']).toMatch(/\S/)
  })

test('the reader of XML refuses what is not well-formed', () => {
  for (const text of [
    '<a>',
    '<a></b>',
    '<a b=c/>',
    '<a b="<"/>',
    '<a>&x</a>',
    '<a>&nbsp;</a>',
    '<a/><b/>',
    '<a>\u0001</a>',
    '',
    '<a b="1" b="2"/>',
  ])
    expect(() => readXml(text), text).toThrow()
  expect(readXml('<a b="&lt;&#10;"><c/>x &amp; y</a>')).toMatchObject({ attributes: { b: '<\n' }, text: 'x & y' })
})

test('a run that is not conformant is never green to a tool that counts', () => {
  const stale: Result = {
    ...greenResult,
    verdict: 'non-conformant',
    reason: '1 accepted deviation is not seen any more',
  }
  const interrupted: Result = { ...greenResult, verdict: 'inconclusive', reason: 'the run was interrupted' }
  const counted = (result: Result) => {
    const { failures, errors } = readXml(junit(result, fromSpecs)).attributes
    return [failures, errors, annotations(result, fromSpecs).startsWith('::error')]
  }

  expect(counted(greenResult)).toEqual(['0', '0', false])
  expect(counted(stale)).toEqual(['1', '0', true])
  expect(counted(interrupted)).toEqual(['0', '1', true])
  expect(JSON.stringify(sarif(stale, fromSpecs))).toContain('not seen any more')
})

test('a hostile text stays a text in every format', () => {
  const { failures } = runs
  const message = elementsOf(readXml(junit(failures ?? greenResult, describe)), 'failure')[0]
  const log = annotations(failures ?? greenResult, describe)

  expect(message?.text).toContain('a <b attr="x"> & \'c\' ]]> %0A::error::x')
  expect(
    log
      .split('\n')
      .filter(line => line !== '')
      .every(line => /^::(error|warning|notice) \S.*::/.test(line)),
  ).toBe(true)
  expect(log).toContain('%250A::error::x')
  expect(log + jobSummary(failures ?? greenResult, describe)).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/)
  expect(jobSummary(failures ?? greenResult, describe)).not.toMatch(/<b|@all/)
})

test('requirements of specs/ are described with their sources, and why nothing checks them', () => {
  const described = requirementIds.map(fromSpecs)

  expect(described.every(({ rule, area, sources }) => rule !== '' && area !== '' && sources.length > 0)).toBe(true)
  expect(described.some(({ unchecked }) => unchecked !== undefined)).toBe(true)
})

test('the command writes all formats, and tells GitHub where it runs there', ({}, info) => {
  const folder = info.outputPath('r')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'conformance.json'), JSON.stringify(withFailures))
  const summary = join(folder, 'step-summary.md')
  writeFileSync(summary, 'before\n')
  const call = (more: Readonly<Record<string, string>>, ...words: readonly string[]) =>
    node(['--require', 'tsx/cjs', 'reporters/formats/main.ts', ...words], { RESULTS_DIR: folder, ...more })
  const there = call({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary })
  const here = call({})
  const nowhere = call({}, join(folder, 'nowhere'))

  expect([there.status, here.status, nowhere.status]).toEqual([0, 0, 2])
  for (const name of ['junit.xml', 'ctrf.json', 'conformance.sarif', 'summary.md'])
    expect(readFileSync(join(folder, name), 'utf8').length).toBeGreaterThan(100)
  expect(there.stdout).toMatch(/^::error file=suites\/sample\/tok-005\.spec\.ts,line=9,title=TOK-005 /m)
  expect(here.stdout).not.toContain('::error')
  expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## ⛔ non-conformant\n/)
  expect(nowhere.stderr).toMatch(/^Nothing is written: there is no result in .*nowhere: run npm run conformance first/)
})
