import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { compare, type Comparison } from '../reporters/compare/compare'
import { comparisonMarkdown, comparisonText } from '../reporters/compare/render'
import type { Result } from '../reporters/result'
import { ending, greenResult } from './gate-samples'
import { node } from './node-command'

type Verdict = Parameters<typeof ending>[1]

const of = (status: Verdict) => ending(greenResult, status, ['TOK-005'], { message: '  expected  420\n  received  7' })

const chapterOf = (found: Comparison) =>
  (['regressed', 'fixed', 'newlyChecked', 'noLongerChecked', 'otherwise'] as const).filter(
    name => found[name].length > 0,
  )

// verdict before, verdict after → the chapter it stands in
const rows: readonly (readonly [before: Verdict, after: Verdict, chapter?: string])[] = [
  ['pass', 'fail', 'regressed'],
  ['pass', 'warn', 'regressed'],
  ['warn', 'fail', 'regressed'],
  ['pass', 'deviation', 'regressed'],
  ['deviation', 'fail', 'regressed'],
  ['untested', 'fail', 'regressed'],
  ['inconclusive', 'fail', 'regressed'],
  ['fail', 'pass', 'fixed'],
  ['fail', 'warn', 'fixed'],
  ['deviation', 'pass', 'fixed'],
  ['warn', 'pass', 'fixed'],
  ['untested', 'pass', 'newlyChecked'],
  ['skipped', 'deviation', 'newlyChecked'],
  ['inconclusive', 'pass', 'newlyChecked'],
  ['pass', 'skipped', 'noLongerChecked'],
  ['fail', 'inconclusive', 'noLongerChecked'],
  ['fail', 'untested', 'noLongerChecked'],
  ['fail', 'deviation', 'otherwise'],
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['skipped', 'untested'],
]

for (const [before, after, chapter] of rows)
  test(`compare: ${before}, then ${after}: ${chapter ?? 'no change'}`, () => {
    const found = compare(of(before), of(after))

    expect(chapterOf(found)).toEqual(chapter === undefined ? [] : [chapter])
    if (chapter !== undefined)
      expect(found[chapter as 'fixed'][0]).toMatchObject({ id: 'TOK-005', level: 'MUST', before, after })
  })

const choosing = (answers: readonly string[], traits?: readonly string[]): Result => ({
  ...greenResult,
  choices: [
    {
      ambiguity: 'A-16',
      title: 'unit',
      question: 'the time counts',
      answers: answers.map(answer => ({ answer, checks: ['a'] })),
    },
  ],
  ...(traits && { traits: traits.map(trait => ({ trait, checks: 1 })) }),
})

test('choices and traits that changed are told, in any order of answers', () => {
  const found = compare(
    choosing(['seconds'], ['gzip', 'chunked']),
    choosing(['milliseconds', 'seconds'], ['chunked', 'HTTP/2']),
  )

  expect(found.choices).toEqual([
    { ambiguity: 'A-16', question: 'the time counts', before: ['seconds'], after: ['milliseconds', 'seconds'] },
  ])
  expect(found.traits).toEqual({ gone: ['gzip'], new: ['HTTP/2'] })
  expect(compare(choosing(['a', 'b']), choosing(['b', 'a'])).choices).toEqual([])
  expect(compare(greenResult, choosing(['a'])).choices).toEqual([])
  expect(compare(choosing(['a']), choosing(['a'], ['gzip']))).not.toHaveProperty('traits')
})

test('a requirement that only one result knows is newly checked, or no longer', () => {
  const less = { ...greenResult, requirements: greenResult.requirements.filter(({ id }) => id !== 'TOK-005') }

  expect(compare(less, greenResult).newlyChecked).toMatchObject([{ id: 'TOK-005', before: 'absent', after: 'pass' }])
  expect(compare(greenResult, less).noLongerChecked).toMatchObject([{ id: 'TOK-005', after: 'absent' }])
})

test('the texts have every chapter that has something in it, and no other', () => {
  const [before, after] = [
    choosing(['seconds'], ['gzip']),
    ending(choosing(['hours'], []), 'fail', ['TOK-005'], { message: 'a | b\nc' }),
  ]
  const placed = [before, after].map((result, index) => ({ path: `${'ab'[index]}.json`, result })) as [never, never]
  const [text, markdown] = [comparisonText, comparisonMarkdown].map(render =>
    render(compare(before, after), ...placed),
  ) as [string, string]

  expect(text).toMatch(
    /^A {2}a\.json: conformant, tenant https:[^]*Regressed \(1\)\n {2}TOK-005 {2}pass → fail {2}a \| b · c\n/,
  )
  expect(text).toContain('Choices (1)\n  A-16  the time counts hours; before: seconds')
  expect(text).toContain('How it answers (1)\n  before  gzip')
  expect(text).not.toMatch(/Fixed|Newly|No /)
  expect(markdown).toContain(String.raw`| TOK\-005 | MUST | pass | fail | a \| b · c |`)
  expect(comparisonText(compare(before, before), ...placed)).toContain(
    'No requirement, no choice and no trait differs.',
  )
})

test('the command ends with 1 for a regression, 2 for what cannot be read, and writes what it is asked for', ({}, info) => {
  const folder = info.outputPath('r')
  mkdirSync(folder, { recursive: true })
  const write = (name: string, value: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(value))
    return join(folder, name)
  }
  const [a, b, none] = [write('a.json', greenResult), write('b.json', of('fail')), write('c.json', {})]
  const call = (...words: readonly string[]) => {
    const { status, stdout, stderr } = node(['--require', 'tsx/cjs', 'reporters/compare/main.ts', ...words], {})
    return { status, out: stdout, error: stderr }
  }
  const file = join(folder, 'out.md')

  expect(call(a, a)).toMatchObject({ status: 0, error: '' })
  expect(call(b, a, '--json')).toMatchObject({ status: 0, out: expect.stringContaining('"fixed": [') })
  expect(call(a, b, '--markdown', '--out', file)).toMatchObject({ status: 1, out: '' })
  expect(readFileSync(file, 'utf8')).toMatch(/^## 1 regressed\n/)
  expect(call(a, none)).toMatchObject({ status: 2, error: expect.stringMatching(/c\.json is no conformance\.json/) })
  expect(call(a)).toMatchObject({ status: 2, error: expect.stringMatching(/name two results/) })
})
