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
  const annotations: TestInfo['annotations'] = []
  let expectsFailure = false
  const info = {
    errors,
    status,
    annotations,
    attachments: {
      push: ({ name, body }: { name: string; body: Buffer }) => attached.push({ name, body: String(body) }),
    },
    fail: (condition: boolean) => void (expectsFailure = condition),
  }
  return { info: info as unknown as TestInfo, annotations, attached, expectsFailure: () => expectsFailure }
}

const begun = (id: RequirementId, change: Partial<Check> = {}): Check => {
  const exchange = exchangeOf({ line: 'GET /acs/jwks', bearer: secret }, { received: receivedOf(200, secret) })
  return Object.assign(startCheck(id, id), { exchanges: [exchange], expectations: 1, ...change })
}

test.beforeAll(() => void learn(secret, 'secret', { from: 'environment', variable: 'QUIET' }))
test.afterEach(() => endCheck())

const statusIn = (annotations: TestInfo['annotations']) =>
  readRecord(annotations.find(({ type }) => type === 'outcome')?.description ?? '')?.status

test('nothing that the runner keeps of an error shows a secret', () => {
  const cause = { message: `because of ${secret}`, cause: { message: secret } }
  const errors = [{ message: `TypeError: ${secret}`, stack: `at ${secret}`, cause }, { value: secret }]
  const { info, annotations, attached } = runner(errors, 'failed')
  const attachments = [{ name: 'body.json', contentType: 'application/json', body: secret }]

  report(begun('TOK-005', { attachments }), info)

  expect(JSON.stringify([errors, attached, annotations])).not.toContain('quiet-4711')
  expect(errors[0]?.message).toBe('TypeError: ${QUIET}')
  expect(statusIn(annotations)).toBe('inconclusive')
})

test('a violated MUST leaves its record, its exchanges and a script, and stays red', () => {
  const { info, annotations, attached, expectsFailure } = runner([{ message: 'Violation: …' }], 'failed')

  report(begun('TOK-005', { violation: 'TOK-005 is violated' }), info)

  expect(attached.map(({ name }) => name)).toEqual(['exchanges', 'replay.sh'])
  expect(statusIn(annotations)).toBe('fail')
  expect(expectsFailure()).toBe(false)
})

test('a violated SHOULD is reported and does not turn red', () => {
  const { info, annotations, expectsFailure } = runner([{ message: 'Violation: …' }], 'failed')

  report(begun('TOK-014', { violation: 'TOK-014 is violated' }), info)

  expect([statusIn(annotations), expectsFailure()]).toEqual(['fail', true])
})

test('a check that passes leaves no script, one that ran out of time is inconclusive', () => {
  const fine = runner([], 'passed')
  const late = runner([{ message: 'Test timeout of 60000ms exceeded.' }], 'timedOut')

  report(begun('TOK-005'), fine.info)
  report(begun('TOK-005'), late.info)

  expect(fine.attached.map(({ name }) => name)).toEqual(['exchanges'])
  expect([statusIn(fine.annotations), statusIn(late.annotations)]).toEqual(['pass', 'inconclusive'])
  expect(fine.expectsFailure()).toBe(false)
})
