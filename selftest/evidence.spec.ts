import { expect, test } from '@playwright/test'
import { evidenceOf, headline } from '../harness/evidence'
import { learnFrom } from '../harness/learn-secrets'
import { mask } from '../harness/redact'
import { replyOf } from '../harness/reply'
import type { Request } from '../harness/request'
import { knownSecrets, learn } from '../harness/secret-book'
import { exchangeOf, receivedOf } from './checks-at-hand'

const request: Request = { line: 'POST /acs/token', basic: ['id', 'kept-quiet-4711'], form: { grant_type: 'x y' } }

test.beforeAll(() => void learn('kept-quiet-4711', 'secret', { from: 'environment', variable: 'QUIET' }))

test('an exchange reads like the wire, without its secrets', () => {
  const reply = receivedOf(200, '{"echo":"kept-quiet-4711"}', { 'content-type': 'application/json', 'x-a': 'b' })

  expect(evidenceOf([exchangeOf(request, { received: reply })])).toBe(
    [
      '1 · POST /acs/token → 200',
      '    POST /acs/token',
      '    content-type: application/x-www-form-urlencoded',
      '    authorization: Basic aWQ6${QUIET as base64}',
      '    ',
      '    grant_type=x+y',
      '',
      '    200 after 1 ms',
      '    content-type: application/json',
      '    x-a: b',
      '    ',
      '    {"echo":"${QUIET}"}',
    ].join('\n'),
  )
})

test('what the probe wrote is shown line by line', () => {
  const wire = Buffer.from('POST / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\nGrüße kept-quiet-4711').toString('latin1')

  const shown = evidenceOf([exchangeOf(request, { wire, received: { ...receivedOf(0), silence: 'closed' } })])

  expect(shown).toContain('    Host: a\n    Host: b\n')
  expect(shown).toContain('Grüße ${QUIET}')
  expect(shown).toContain('1 · POST /acs/token → closed')
  expect(shown).toContain('no reply: the connection was closed after 1 ms without a byte')
})

test('an exchange without a reply says why', () => {
  expect(evidenceOf([exchangeOf(request, { trouble: 'the connection was reset' })])).toContain(
    'no reply: the connection was reset',
  )
  expect(evidenceOf([exchangeOf(request)])).toContain('no reply: the exchange was not finished')
})

test('a headline says what an exchange was for', () => {
  expect(headline(exchangeOf(request, { phase: 'given', received: receivedOf(201) }))).toBe(
    '1 · POST /acs/token → 201  (given)',
  )
  expect(headline(exchangeOf(request, { number: 3, phase: 'cleanup' }))).toBe(
    '3 · POST /acs/token → unfinished  (cleanup)',
  )
})

test('a secret on the edge of what is shown is hidden whole', () => {
  const long = `kept-quiet-long-${'x'.repeat(400)}`
  learn(long, 'secret', { from: 'environment', variable: 'LONG' })

  for (const lead of [3_700, 3_900, 3_950, 3_990]) {
    const shown = evidenceOf([
      exchangeOf(request, { received: receivedOf(200, `${'y'.repeat(lead)}${long}${'z'.repeat(900)}`) }),
    ])
    expect(shown).not.toContain('kept-quiet-long')
    expect(shown).toContain('characters in all')
  }
})

const jwt = (name: string) =>
  `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(`{"sub":"${name}"}`).toString('base64url')}.c2lnbmF0dXJl`

/** Bodies and headers that hand out a secret, the well-made and the misshapen. */
const handedOut: readonly (readonly [name: string, body: string, headers: Record<string, string>, secret: string])[] = [
  ['a member of the reply', '{"access_token":"opaque-01"}', {}, 'opaque-01'],
  ['a member below another', '{"client":{"secret":"opaque-02"}}', {}, 'opaque-02'],
  ['a list', '{"items":[{"secret":"opaque-03"}]}', {}, 'opaque-03'],
  ['a list where a text belongs', '{"secret":["opaque-04"]}', {}, 'opaque-04'],
  ['an object where a text belongs', '{"access_token":{"value":"opaque-05"}}', {}, 'opaque-05'],
  ['a token under another name', `{"jwt":"${jwt('a-06')}"}`, {}, jwt('a-06')],
  ['a token within a text', `{"message":"got ${jwt('a-07')}!"}`, {}, jwt('a-07')],
  ['a token in a page', `<p>${jwt('a-08')}</p>`, {}, jwt('a-08')],
  ['JSON that is cut off', '{"secret":"opaque-09","x', {}, 'opaque-09'],
  ['a form', 'access_token=opaque-10&token_type=bearer', {}, 'opaque-10'],
  ['a header', '', { location: '/cb#access_token=opaque-11&x=1' }, 'opaque-11'],
  ['a token in a header', '', { 'x-token': jwt('a-12') }, jwt('a-12')],
] // prettier-ignore

for (const [name, body, headers, secret] of handedOut)
  test(`a secret handed out in ${name} is one from then on`, () => {
    const exchange = exchangeOf({ line: 'GET /x' })

    learnFrom(replyOf(receivedOf(200, body, headers), exchange))

    expect(mask(`${body} ${JSON.stringify(headers)}`)).not.toContain(secret)
    expect(mask(`Bearer ${secret}`)).not.toContain(secret)
  })

const sent: readonly (readonly [name: string, request: Request, secret: string])[] = [
  ['a member', { line: 'POST /x', json: { secret: 'sent-along-1' } }, 'sent-along-1'],
  ['text', { line: 'POST /x', body: '{"secret":"sent-along-2","secret":"sent-along-2"}' }, 'sent-along-2'],
  ['bytes', { line: 'POST /x', body: Buffer.from('{"secondary_secret":"sent-along-3"}') }, 'sent-along-3'],
] // prettier-ignore

for (const [name, request, secret] of sent)
  test(`a secret sent along as ${name} is one as soon as it is accepted`, () => {
    const exchange = exchangeOf(request)

    learnFrom(replyOf(receivedOf(400), exchange))
    expect(mask(secret)).toBe(secret)

    learnFrom(replyOf(receivedOf(201), exchange))
    expect(mask(secret)).not.toContain(secret)
    expect(knownSecrets().find(({ value }) => value === secret)?.inForceSince).toBe(exchange)
  })

test('what is public stays readable', () => {
  const discovery = {
    token_endpoint: 'https://t.example/acs/token',
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    secret: '********',
    errors: [{ code: 'secret.too.short', message: 'secret: at least 8 characters' }],
  }

  learnFrom(replyOf(receivedOf(200, JSON.stringify(discovery)), exchangeOf({ line: 'GET /x' })))

  expect(mask(JSON.stringify(discovery))).toBe(JSON.stringify(discovery))
})
