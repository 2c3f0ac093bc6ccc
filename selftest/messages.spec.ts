import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { checkUnderWay, endCheck, startCheck } from '../harness/check'
import { expect as judge } from '../harness/matchers/expect'
import { learn } from '../harness/secret-book'
import { repository } from '../reporters/surroundings'
import { exchangeOf, receivedOf, replyWith } from './checks-at-hand'
import { messageOf } from './message-of'
import { runMatrix } from './matrix-run'

/** Findings of every kind; how they read is kept in a file, so that a change of wording is seen and reviewed. */
const told = [
  'ttl-taken-for-seconds', 'token-type-missing', 'any-secret-accepted', 'grant-type-defaulted', 'jti-constant',
  'foreign-scope-granted', 'revoke-nothing', 'revoked-accepted', 'bearer-challenge-missing', 'secret-in-list',
  'id-chosen-by-caller', 'duplicate-without-parameters', 'redirect-not-needed', 'patch-appends', 'fifty-per-page',
  'last-rule-set-only', 'retired-secret-still-valid', 'action-guessed', 'message-null', 'code-is-a-serial',
  'host-ignored', 'two-hosts-accepted', 'host-suffix-accepted', 'null-taken-for-object', 'octets-answered',
  'read-only-writes', 'applied-then-403', 'scope-not-needed', 'allow-missing', 'deletion-done-at-once',
] as const // prettier-ignore

const file = `${repository}/selftest/golden/messages.txt`

test('what a check says about a tenant with a fault can be filed with the vendor', async () => {
  const { said } = await runMatrix([...told, '--messages'])

  if (process.env.UPDATE_GOLDEN) writeFileSync(file, said)
  expect(said, `differs from ${file}; UPDATE_GOLDEN=1 accepts the new wording`).toBe(readFileSync(file, 'utf8'))
})

test.describe('a message', () => {
  test.beforeEach(() => void startCheck('TOK-005', 'TOK-005 · a title'))
  test.afterEach(() => endCheck())

  test('shows what was sent on one line, without secrets', () => {
    const secret = 'kept "quiet" 4712'
    learn(secret, 'secret', { from: 'environment', variable: 'QUIET' })
    const creation = {
      line: 'POST /acs/broker/oauth2-clients', bearer: secret, headers: { 'x-odd': 'a\u0007' }, json: { secret },
    } as const // prettier-ignore

    expect(messageOf(() => judge(replyWith(500, {}, {}, creation)).toHaveStatus(201))).toContain(
      '  sent      POST /acs/broker/oauth2-clients · Bearer ${QUIET} · content-type: application/json · x-odd: a\\x07 · {"secret":"${QUIET as json}"}\n',
    )
  })

  test('names what was asked last where it judges no reply', () => {
    checkUnderWay().exchanges.push(exchangeOf({ line: 'GET /acs/jwks' }, { received: receivedOf(200) }))

    expect(messageOf(() => judge(7, 'keys').toBe(8))).toContain('  after     1 · GET /acs/jwks → 200: GET /acs/jwks\n')
  })
})
