import { expect, test } from '@playwright/test'
import { checkUnderWay, choice, endCheck, oddity, startCheck, type Check } from '../harness/check'
import { isRed, outcomeOf, type Ended } from '../harness/outcome'
import { learn } from '../harness/secret-book'
import { blockedBy, rootOf } from '../harness/trouble'
import { requirement, type RequirementId } from '../specs'
import { exchangeOf } from './checks-at-hand'

/** A check that has asked and expected something, so that only what is varied decides. */
const begun = (id: RequirementId = 'TOK-005', change: Partial<Check> = {}): Check =>
  Object.assign(startCheck(id, id), { exchanges: [exchangeOf({ line: 'GET /acs/jwks' })], expectations: 1, ...change })

const fine: Ended = { isTrouble: false, isSkipped: false }
const violated = { violation: 'TOK-005\n  expected  420' }

test.afterEach(() => endCheck())

const outcomes: readonly (readonly [name: string, change: Partial<Check>, ended: Partial<Ended>, status: string, message?: RegExp])[] = [
  ['ran to its end', {}, {}, 'pass'],
  ['saw something odd', { warnings: ['odd'] }, {}, 'warn'],
  ['found a violation', violated, { error: 'Violation: …' }, 'fail', /expected {2}420/],
  ['found a violation that the suite caught', violated, {}, 'fail', /expected/],
  ['found a violation, then trouble', violated, { error: 'Trouble: gone', isTrouble: true }, 'fail', /expected/],
  ['found a violation, then ran out of time', violated, { error: 'late', isTrouble: true }, 'fail', /expected/],
  ['found a violation, then skipped', violated, { isSkipped: true }, 'fail', /expected/],
  ['met trouble', {}, { error: 'Trouble: POST /a: reset\n  at x', isTrouble: true }, 'inconclusive', /^POST \/a: reset$/],
  ['ran out of time', {}, { error: 'the check did not end in time', isTrouble: true }, 'inconclusive', /in time/],
  ['was skipped', {}, { isSkipped: true, skipReason: 'read-only' }, 'skipped', /^read-only$/],
  ['was skipped without a reason', {}, { isSkipped: true }, 'skipped', /without a reason/],
  ['failed by itself', {}, { error: 'TypeError: x\n  at y' }, 'inconclusive', /^fault of the harness: TypeError: x$/],
  ['asked nothing', { exchanges: [] }, {}, 'inconclusive', /asked the tenant nothing/],
  ['expected nothing', { expectations: 0 }, {}, 'inconclusive', /expected nothing/],
  ['asked through a property', { exchanges: [], uncounted: 7 }, {}, 'pass'],
] // prettier-ignore

for (const [name, change, ended, status, message] of outcomes)
  test(`a check that ${name} is ${status}`, () => {
    const record = outcomeOf(begun('TOK-005', change), { ...fine, ...ended })

    expect(record).toMatchObject({ format: 1, requirement: 'TOK-005', status })
    expect(record.message ?? '').toMatch(message ?? /^$/)
  })

test('the record counts requests and expectations and keeps what was said', () => {
  const check = begun('TOK-005', { uncounted: 5, expectations: 3, warnings: ['w'], notes: ['n'] })

  expect(outcomeOf(check, fine)).toEqual({
    format: 1, requirement: 'TOK-005', status: 'warn', warnings: ['w'], notes: ['n'], choices: [], traits: [], exchanges: 6, prepared: 0, expectations: 3,
    operations: { 'GET /acs/jwks': { 'no reply': 1 } },
  }) // prettier-ignore
})

const red: readonly (readonly [id: RequirementId, level: string, isRed: boolean])[] = [
  ['TOK-005', 'MUST', true],
  ['TOK-014', 'SHOULD', false],
]

for (const [id, level, turnsRed] of red)
  test(`a violated ${level} ${turnsRed ? 'turns the test red' : 'is only reported'}`, () => {
    const check = begun(id, { violation: 'it is violated' })

    expect(requirement(id).level).toBe(level)
    expect(isRed(outcomeOf(check, fine), check)).toBe(turnsRed)
  })

test('what blocked a check is data, and only then', () => {
  const { message } = blockedBy('CLI-001', 'a client could not be created: 500')
  const blocked = outcomeOf(begun(), { ...fine, error: `Trouble: ${message}`, isTrouble: true })

  expect(blocked).toMatchObject({ status: 'inconclusive', blockedBy: 'CLI-001', message })
  for (const error of ['Trouble: POST /a: blocked by CLI-001: x', 'Trouble: blocked by CLI-999: x', 'Trouble: reset'])
    expect(outcomeOf(begun(), { ...fine, error, isTrouble: true }), error).not.toHaveProperty('blockedBy')
  expect(rootOf('blocked by TOK-001: no token')).toBe('TOK-001')
})

test('a choice is in the record as data and as a note, its secrets replaced', () => {
  learn('kept-quiet-4712', 'secret', { from: 'environment', variable: 'QUIETER' })
  const check = begun()
  choice('A-16', 'the time counts', 'seconds')
  choice('CLI-042', 'kept-quiet-4712 is', 'kept-quiet-4712')
  choice('A-47', 'a body is answered', 204)

  const { choices, notes } = outcomeOf(check, fine)

  expect(choices).toEqual([
    { ambiguity: 'A-16', question: 'the time counts', answer: 'seconds' },
    { ambiguity: 'CLI-042', question: '${QUIETER} is', answer: '${QUIETER}' },
    { ambiguity: 'A-47', question: 'a body is answered', answer: '204' },
  ])
  expect(notes).toContain('A-16: the time counts seconds')
})

test('no record shows a secret', () => {
  learn('kept-quiet-4711', 'secret', { from: 'environment', variable: 'QUIET' })
  const check = begun()
  oddity('saw kept-quiet-4711')

  for (const ended of [
    { error: 'Trouble: kept-quiet-4711', isTrouble: true },
    { error: 'TypeError: kept-quiet-4711' },
    { isSkipped: true, skipReason: 'kept-quiet-4711' },
  ])
    expect(JSON.stringify(outcomeOf(check, { ...fine, ...ended }))).not.toContain('quiet')
  expect(checkUnderWay().warnings).toEqual(['saw ${QUIET}'])
})
