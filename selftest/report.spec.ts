import { expect, test, type TestInfo } from '@playwright/test'
import { endCheck, startCheck, type Check } from '../harness/check'
import { readRecord } from '../reporters/read-record'
import { report } from '../harness/report'
import { learn } from '../harness/secret-book'
import type { RequirementId } from '../specs'
import { exchangeOf, receivedOf } from './checks-at-hand'

const secret = 'kept-quiet-4711'

interface Attached {
  readonly name: string
  readonly body: string
}

/** As much of the runner as a report needs. */
const runner = (errors: TestInfo['errors'], status: string) => {
  const attached: Attached[] = []
  let expectsFailure = false
  const info = {
    errors,
    status,
    annotations: [],
    attach: (name: string, { body }: { body: string }) => {
      attached.push({ name, body })
      return Promise.resolve()
    },
    fail: (condition: boolean) => void (expectsFailure = condition),
  }
  return { info: info as unknown as TestInfo, attached, expectsFailure: () => expectsFailure }
}

const begun = (id: RequirementId, change: Partial<Check> = {}): Check => {
  const exchange = exchangeOf({ line: 'GET /acs/jwks', bearer: secret }, { received: receivedOf(200, secret) })
  return Object.assign(startCheck(id, id), { exchanges: [exchange], expectations: 1, ...change })
}

test.beforeAll(() => void learn(secret, 'secret', { from: 'environment', variable: 'QUIET' }))
test.afterEach(() => endCheck())

const statusIn = (attached: readonly Attached[]) =>
  readRecord(attached.find(({ name }) => name === 'outcome')?.body ?? '')?.status

test('nothing that the runner keeps of an error shows a secret', async () => {
  const cause = { message: `because of ${secret}`, cause: { message: secret } }
  const errors = [{ message: `TypeError: ${secret}`, stack: `at ${secret}`, cause }, { value: secret }]
  const { info, attached } = runner(errors, 'failed')
  const attachments = [{ name: 'body.json', contentType: 'application/json', body: secret }]

  await report(begun('TOK-005', { attachments }), info)

  expect(JSON.stringify([errors, attached])).not.toContain('quiet-4711')
  expect(errors[0]?.message).toBe('TypeError: ${QUIET}')
  expect(statusIn(attached)).toBe('inconclusive')
})

test('a violated MUST leaves its record, its exchanges and a script, and stays red', async () => {
  const { info, attached, expectsFailure } = runner([{ message: 'Violation: …' }], 'failed')

  await report(begun('TOK-005', { violation: 'TOK-005 is violated' }), info)

  expect(attached.map(({ name }) => name)).toEqual(['outcome', 'exchanges', 'replay.sh'])
  expect(statusIn(attached)).toBe('fail')
  expect(expectsFailure()).toBe(false)
})

test('a violated SHOULD is reported and does not turn red', async () => {
  const { info, attached, expectsFailure } = runner([{ message: 'Violation: …' }], 'failed')

  await report(begun('TOK-014', { violation: 'TOK-014 is violated' }), info)

  expect([statusIn(attached), expectsFailure()]).toEqual(['fail', true])
})

test('a check that passes leaves no script, one that ran out of time is inconclusive', async () => {
  const fine = runner([], 'passed')
  const late = runner([{ message: 'Test timeout of 60000ms exceeded.' }], 'timedOut')

  await report(begun('TOK-005'), fine.info)
  await report(begun('TOK-005'), late.info)

  expect(fine.attached.map(({ name }) => name)).toEqual(['outcome', 'exchanges'])
  expect([statusIn(fine.attached), statusIn(late.attached)]).toEqual(['pass', 'inconclusive'])
  expect(fine.expectsFailure()).toBe(false)
})
