import { test } from '@playwright/test'
import type { TestInfo } from '@playwright/test'
import { checkRecord, outcomeAnnotation, requirementAnnotation } from '../../harness/check-record'
import type { CheckRecord } from '../../harness/check-record'

const of = (id: string, tag: string) => ({
  tag,
  annotation: [
    { type: requirementAnnotation, description: id },
    { type: 'allure.label.epic', description: 'Token endpoint' },
    { type: 'allure.label.feature', description: 'POST /acs/token' },
    { type: 'allure.label.story', description: id },
  ],
})

const says = (info: TestInfo, id: string, status: CheckRecord['status'], rest: Partial<CheckRecord> = {}) =>
  info.annotations.push({
    type: outcomeAnnotation,
    description: JSON.stringify(checkRecord(id, status, { exchanges: 2, expectations: 1, ...rest })),
  })

class Violation extends Error {
  override name = 'Violation'
}

test('TOK-001 holds', of('TOK-001', '@sound'), ({}, info) => {
  says(info, 'TOK-001', 'pass')
})

test('TOK-014 is violated', of('TOK-014', '@sound'), ({}, info) => {
  says(info, 'TOK-014', 'fail', { message: '  expected  Pragma: no-cache\n  received  absent' })
  info.fail()
  throw new Violation('TOK-014\n  expected  Pragma: no-cache\n  received  absent')
})

test('TOK-002 needs writes', of('TOK-002', '@sound'), ({}, info) => {
  info.skip(true, 'TENANT_WRITES is not allow')
})

test('TOK-005 is violated', of('TOK-005', '@broken'), ({}, info) => {
  says(info, 'TOK-005', 'fail', { message: 'TOK-005\n  expected  420\n  received  7' })
  throw new Violation('TOK-005\n  expected  420\n  received  7')
})

const counts = (answer: string) => ({ choices: [{ ambiguity: 'A-16', question: 'the time counts', answer }] })

test('TOK-009 sees seconds', of('TOK-009', '@unit'), ({}, info) => {
  says(info, 'TOK-009', 'pass', counts('seconds'))
})

test('TOK-010 sees milliseconds', of('TOK-010', '@otherunit'), ({}, info) => {
  says(info, 'TOK-010', 'pass', counts('milliseconds'))
})

test('TOK-011 cannot begin', of('TOK-011', '@blocked'), ({}, info) => {
  says(info, 'TOK-011', 'inconclusive', { message: 'blocked by CLI-001: 500', blockedBy: 'CLI-001' })
})

class Trouble extends Error {
  override name = 'Trouble'
}

test('TOK-012 is not reached', of('TOK-012', '@road'), ({}, info) => {
  says(info, 'TOK-012', 'inconclusive', { message: 'the connection was reset' })
  throw new Trouble('the connection was reset')
})

/** As the harness leaves what could not be judged. */
test.afterEach(({}, info) => {
  if (info.tags.includes('@road')) info.status = info.expectedStatus = 'skipped'
})

test('TOK-003 takes the worker with it', of('TOK-003', '@crash'), () => {
  process.exit(3)
})

test('TOK-004 breaks in preparation', of('TOK-004', '@fault'), () => {
  throw new TypeError('x is not a function')
})

test('TOK-007 is cut off', of('TOK-007', '@interrupt'), async () => {
  process.kill(process.ppid, 'SIGINT')
  await new Promise(() => {})
})

test('TOK-008 comes too late', of('TOK-008', '@interrupt'), ({}, info) => {
  says(info, 'TOK-008', 'pass')
})

test.skip('TOK-006 is never run', of('TOK-006', '@idle'), () => {})
