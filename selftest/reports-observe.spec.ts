import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { checkRecord } from '../harness/check-record'
import { exitStatus } from '../reporters/exit-status'
import { observe, type Attempt } from '../reporters/observe'
import { firstLine, message } from '../reporters/plain'
import { checksOf } from '../reporters/plan'
import { readRecord } from '../reporters/read-record'

const attempt = (status: string, body?: string, rest: Partial<Attempt> = {}): Attempt => ({
  status,
  duration: 3.4,
  errors: [],
  annotations: body === undefined ? [] : [{ type: 'outcome', description: body }],
  ...rest,
})

const record = (status: 'pass' | 'fail' | 'inconclusive', id = 'TOK-005') =>
  JSON.stringify(checkRecord(id, status, { exchanges: 2, expectations: 1 }))

const crash = { errors: [{ message: 'Error: \u001B[31mworker died\u001B[39m\nsecond line\n    at x.ts:1:2' }] }

test('the record speaks, not the status of the test runner', () => {
  const seen = observe([attempt('failed', record('fail'))], 'failed', 'TOK-005')

  expect(seen).toMatchObject({ durationMs: 3, exchanges: 2, record: { status: 'fail' } })
  expect(seen).not.toHaveProperty('trouble')
})

test('a check without a record has the first line of what went wrong', () => {
  expect(observe([attempt('failed', undefined, crash)], 'passed', 'TOK-005')).toMatchObject({ trouble: 'worker died' })
  expect(observe([attempt('timedOut')], 'passed', 'TOK-005')).toMatchObject({
    trouble: 'the test runner calls it timedOut',
  })
})

test('a record about another requirement, or one that cannot be read, is none', () => {
  expect(observe([attempt('passed', record('pass', 'TOK-006'))], 'passed', 'TOK-005')).not.toHaveProperty('record')
  const unreadable = observe([attempt('passed', '{"format":1}')], 'passed', 'TOK-005')
  expect(unreadable).toMatchObject({ trouble: 'the outcome it left cannot be read' })
})

test('a violation that was seen once stays seen, and requests of all attempts count', () => {
  const seen = observe([attempt('failed', record('fail')), attempt('passed', record('pass'))], 'passed', 'TOK-005')

  expect(seen).toMatchObject({ record: { status: 'fail' }, exchanges: 4 })
})

test('otherwise the last attempt speaks', () => {
  const seen = observe([attempt('failed', undefined, crash), attempt('passed', record('pass'))], 'passed', 'TOK-005')

  expect(seen).toMatchObject({ record: { status: 'pass' } })
  expect(seen).not.toHaveProperty('trouble')
})

test('skipped with a reason is skipped; a check the runner dropped was never seen', () => {
  const annotations = [{ type: 'skip', description: 'read-only' }]

  expect(observe([attempt('skipped', undefined, { annotations })], 'skipped', 'TOK-005')).toMatchObject({
    skipped: 'read-only',
  })
  expect(observe([attempt('skipped')], 'passed', 'TOK-005')).toBeUndefined()
  expect(observe([], 'passed', 'TOK-005')).toBeUndefined()
})

test('a record is read whole or not at all', () => {
  const whole = checkRecord('TOK-005', 'pass', {
    notes: ['A-32: closed'],
    choices: [{ ambiguity: 'A-32', question: 'it is', answer: 'closed' }],
    blockedBy: 'CLI-001',
  })
  expect(readRecord(JSON.stringify(whole))).toEqual(whole)

  const slips = [
    { format: 2 },
    { status: 'ok' },
    { message: 1 },
    { warnings: [1] },
    { notes: 'x' },
    { choices: undefined },
    { traits: [1] },
    { choices: [{ ambiguity: 'A-32', question: 'it is' }] },
    { blockedBy: 1 },
    { exchanges: -1 },
    { expectations: '1' },
    { requirement: undefined },
  ]
  for (const slip of slips)
    expect(readRecord(JSON.stringify({ ...whole, ...slip })), JSON.stringify(slip)).toBeUndefined()
  for (const text of ['', 'null', '[]', '{']) expect(readRecord(text), text).toBeUndefined()
})

test('a test that verifies two requirements is two planned checks, one that verifies none is preparation', () => {
  const annotations = ['TOK-005', 'TOK-006'].map(description => ({ type: 'requirement', description }))
  const found = { id: 'x', title: 'both', location: { file: '/repo/suites/a.spec.ts', line: 3 }, annotations }

  expect(checksOf(found, '/repo').map(({ id, file }) => [id, file])).toEqual([
    ['x:TOK-005', 'suites/a.spec.ts'],
    ['x:TOK-006', 'suites/a.spec.ts'],
  ])
  expect(checksOf({ ...found, annotations: [] }, '/repo')).toEqual([])
})

test('errors are shown without colours, stacks and class names', () => {
  expect(
    message(
      'ConfigurationError: \u001B[1mA is unset.\u001B[22m\nSet A.\n    at f (/x/y.ts:1:2)\n    at async g (/x/y.ts:3:4)',
    ),
  ).toBe('A is unset.\nSet A.')
  expect(firstLine(`Trouble: ${'x'.repeat(400)}`)).toHaveLength(300)
})

test('the exit status follows the verdict; without one, or with an old one, it is 2', ({}, info) => {
  const folder = info.outputPath('results')
  mkdirSync(folder)
  const write = (text: string) => writeFileSync(join(folder, 'conformance.json'), text)
  const startedAt = '2026-01-02T03:04:05.678Z'

  expect(exitStatus(folder)).toMatchObject({
    status: 2,
    reason: expect.stringContaining('is missing or cannot be read'),
  })
  for (const [verdict, status] of [
    ['conformant', 0],
    ['non-conformant', 1],
    ['inconclusive', 2],
    ['fine', 2],
  ] as const) {
    write(JSON.stringify({ verdict, startedAt, reason: 'why' }))
    expect(exitStatus(folder).status, verdict).toBe(status)
  }
  write(JSON.stringify({ verdict: 'conformant', startedAt }))
  expect(exitStatus(folder, new Date('2026-01-02T03:04:05Z')).status).toBe(0)
  expect(exitStatus(folder, new Date('2026-01-02T03:04:06Z'))).toMatchObject({
    status: 2,
    reason: expect.stringContaining('earlier run'),
  })
  write('{"verdict":')
  expect(exitStatus(folder).status).toBe(2)
})
