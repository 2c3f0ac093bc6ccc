import { expect, test } from '@playwright/test'
import { catalogue } from '../reporters/catalogue'
import { broke, checkOf, concluded, said, type Seen } from './reports-samples'

const sound: Seen = [checkOf('CLI-001'), said('CLI-001', 'pass')]
const slip = { message: 'expected 420, received 7' }

// what was seen of one requirement → its verdict → the verdict of a run that is sound otherwise
const rows: readonly [name: string, seen: readonly Seen[], verdict: string, run: string][] = [
  ['a MUST that holds', [[checkOf('TOK-005'), said('TOK-005', 'pass')]], 'pass', 'conformant'],
  ['a violated MUST', [[checkOf('TOK-005'), said('TOK-005', 'fail', slip)]], 'fail', 'non-conformant'],
  ['a violated SHOULD', [[checkOf('TOK-014'), said('TOK-014', 'fail', slip)]], 'warn', 'conformant'],
  ['a MAY that is not done', [[checkOf('TOK-026'), said('TOK-026', 'fail', slip)]], 'pass', 'conformant'],
  ['a tolerated oddity', [[checkOf('TOK-005'), said('TOK-005', 'warn', { warnings: ['odd'] })]], 'warn', 'conformant'],
  ['a pass with a warning', [[checkOf('TOK-005'), said('TOK-005', 'pass', { warnings: ['odd'] })]], 'warn', 'conformant'],
  ['trouble on the road', [[checkOf('TOK-005'), said('TOK-005', 'inconclusive')]], 'inconclusive', 'inconclusive'],
  ['a worker that died', [[checkOf('TOK-005'), broke('worker exited')]], 'inconclusive', 'inconclusive'],
  ['no result', [[checkOf('TOK-005')]], 'inconclusive', 'inconclusive'],
  ['no request', [[checkOf('TOK-005'), said('TOK-005', 'pass', { exchanges: 0 })]], 'inconclusive', 'inconclusive'],
  ['no expectation', [[checkOf('TOK-005'), said('TOK-005', 'pass', { expectations: 0 })]], 'inconclusive', 'inconclusive'],
  ['trouble after a pass', [[checkOf('TOK-005'), { ...said('TOK-005', 'pass'), trouble: 'clean-up' }]], 'inconclusive', 'inconclusive'],
  ['trouble after a violation', [[checkOf('TOK-005'), { ...said('TOK-005', 'fail'), trouble: 'x' }]], 'fail', 'non-conformant'],
  ['skipped by the check', [[checkOf('TOK-005'), said('TOK-005', 'skipped', { message: 'read-only' })]], 'skipped', 'conformant'],
  ['skipped before it ran', [[checkOf('TOK-005'), { durationMs: 0, exchanges: 0, skipped: 'read-only' }]], 'skipped', 'conformant'],
  ['nothing planned', [], 'untested', 'conformant'],
  ['pass beside skipped', [[checkOf('TOK-005', 'a'), said('TOK-005', 'pass')], [checkOf('TOK-005', 'b'), said('TOK-005', 'skipped')]], 'pass', 'conformant'],
  ['fail beside inconclusive', [[checkOf('TOK-005', 'a'), said('TOK-005', 'fail')], [checkOf('TOK-005', 'b')]], 'fail', 'non-conformant'],
  ['inconclusive beside warn', [[checkOf('TOK-014', 'a'), said('TOK-014', 'fail')], [checkOf('TOK-014', 'b')]], 'inconclusive', 'inconclusive'],
  ['warn beside pass', [[checkOf('TOK-014', 'a'), said('TOK-014', 'pass')], [checkOf('TOK-014', 'b'), said('TOK-014', 'fail')]], 'warn', 'conformant'],
] // prettier-ignore

for (const [name, seen, verdict, run] of rows)
  test(`judge: ${name}`, () => {
    const found = concluded([sound, ...seen])
    const id = seen[0]?.[0].requirement ?? 'TOK-005'

    expect(found.requirements.find(one => one.id === id)?.verdict).toBe(verdict)
    expect(found.verdict).toBe(run)
  })

test('every requirement is in the result, whatever was planned, and the counts add up', () => {
  const { requirements, counts } = concluded([sound])

  expect(requirements.map(({ id }) => id)).toEqual(['TOK-005', 'TOK-009', 'TOK-014', 'TOK-026', 'CLI-001'])
  expect(counts).toEqual({ pass: 1, fail: 0, warn: 0, deviation: 0, inconclusive: 0, skipped: 0, untested: 4 })
})

test('the catalogue of the reporters is the one of specs/', () => {
  expect(catalogue).toHaveLength(447)
  expect(catalogue.find(({ id }) => id === 'TOK-005')).toMatchObject({ level: 'MUST', basis: 'documented' })
})

test('a check that was skipped beside one that passed is mentioned', () => {
  const { requirements } = concluded([
    [checkOf('TOK-005', 'a'), said('TOK-005', 'pass')],
    [checkOf('TOK-005', 'b'), said('TOK-005', 'skipped', { message: 'TENANT_WRITES is not allow' })],
  ])

  expect(requirements[0]?.note).toBe('1 of 2 checks skipped: TENANT_WRITES is not allow')
})

test('a MAY that is not done leaves a note and no message', () => {
  const { requirements } = concluded([[checkOf('TOK-026'), said('TOK-026', 'fail', slip)]])

  expect(requirements[3]?.checks[0]).toMatchObject({ notes: ['not done, as the tenant may: expected 420, received 7'] })
  expect(requirements[3]?.checks[0]).not.toHaveProperty('message')
})

test('each check says what it asked and judged, and a pass with none of either is none', () => {
  const { requirements } = concluded([
    [checkOf('TOK-005'), said('TOK-005', 'pass', { exchanges: 3, expectations: 2 })],
    [checkOf('TOK-009', 'a'), said('TOK-009', 'pass', { exchanges: 0 })],
    [checkOf('TOK-009', 'b'), said('TOK-009', 'pass', { expectations: 0 })],
    [checkOf('CLI-001'), broke('worker exited')],
  ])
  const checks = requirements.flatMap(one => one.checks)

  expect(checks.map(({ status, exchanges, expectations }) => [status, exchanges, expectations])).toEqual([
    ['pass', 3, 2],
    ['inconclusive', 0, 1],
    ['inconclusive', 2, 0],
    ['inconclusive', 0, 0],
  ])
  expect(checks[1]?.message).toBe('checked nothing: 0 requests, 1 expectations')
})

const skippedOnly: readonly Seen[] = [[checkOf('TOK-005'), said('TOK-005', 'skipped', { message: 'read-only' })]]

// runs that are never conformant, and what they say
const doubts: readonly [name: string, found: ReturnType<typeof concluded>, reason: string | RegExp][] = [
  ['nothing was planned', concluded([]), 'no check was executed: the run selects none'],
  ['everything was skipped', concluded(skippedOnly), 'no check was executed: all 1 were skipped'],
  ['a planned check has no result', concluded([sound, [checkOf('TOK-009')]]), /^1 planned check has no result; first check without a result: TOK-009 .*\(suites\/sample\/tok-009\.spec\.ts:9\)$/],
  ['it was interrupted', concluded([sound, [checkOf('TOK-009')]], { ended: 'interrupted' }), /^the run was interrupted; first check without a result: TOK-009/],
  ['it was interrupted at its end', concluded([sound], { ended: 'interrupted' }), 'the run was interrupted'],
  ['it took too long', concluded([sound], { ended: 'timedout' }), 'the run took longer than it may'],
  ['the runner had a problem', concluded([sound], { problem: 'Error: no tenant\n    at x.ts:1:2' }), 'no tenant'],
  ['a check cites an unknown requirement', concluded([sound, [checkOf('TOK-999'), said('TOK-999', 'pass')]]), /verifies TOK-999, which specs\/ does not know/],
] // prettier-ignore

for (const [name, found, reason] of doubts)
  test(`not conformant: ${name}`, () => {
    expect(found.verdict).toBe('inconclusive')
    expect(found.reason).toMatch(reason)
  })

test('a violated MUST outweighs what is missing, which is named all the same', () => {
  const found = concluded([[checkOf('TOK-005'), said('TOK-005', 'fail', slip)], [checkOf('TOK-009')]])

  expect(found.verdict).toBe('non-conformant')
  expect(found.firstMissing).toMatchObject({ requirement: 'TOK-009' })
})

test('what a problem kept from running is blocked by it, never failed', () => {
  const found = concluded([[checkOf('TOK-005')], [checkOf('TOK-009')]], {
    problem: 'the tenant refuses the credentials',
  })

  expect(found.counts).toMatchObject({ fail: 0, inconclusive: 2 })
  expect(found.requirements[0]?.checks[0]?.message).toBe('blocked: the tenant refuses the credentials')
})
