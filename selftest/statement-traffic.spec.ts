import { expect, test } from '@playwright/test'
import { askedOperation } from '../harness/traffic/asked-operation'
import { fingerprintOf } from '../harness/traffic/fingerprint'
import { count, tallyOf, type RunningTally } from '../harness/traffic/tally'
import { checkRecord } from '../harness/check-record'
import { addedUp, joinedFingerprint, joinedOperations, operationsSeen } from '../reporters/traffic'
import { readRecord } from '../reporters/read-record'
import { allOperations, operation } from '../specs'
import { exchangeOf, receivedOf } from './checks-at-hand'
import { checkOf, concluded, said } from './reports-samples'

// What was asked, how it was answered, and who the tenant says it is: taken from requests and replies, not from names.

test('every operation of the reference is told from its request line', () => {
  for (const id of allOperations) {
    const { method, path } = operation(id)
    expect(askedOperation(`${method} ${path.replaceAll(/\{\w+\}/g, 'a.b-c%2Fd')}?page=1`), id).toBe(`${method} ${path}`)
  }
})

test('what is no operation is none', () => {
  for (const line of ['GET /', 'PUT /acs/token', 'GET /acs/token/', 'GET /acs/broker/oauth2-clients/a/b', '', 'GET'])
    expect(askedOperation(line), line).toBe('other')
})

test('each request is counted once, with its status, its silence, or without a reply', () => {
  const uncounted: RunningTally = {}
  count(uncounted, 'POST /acs/broker/oauth2-clients', receivedOf(201, '{}'))
  const exchanges = [
    exchangeOf({ line: 'POST /acs/broker/oauth2-clients' }, { received: receivedOf(409, '{}') }),
    exchangeOf({ line: 'GET /acs/jwks' }, { received: { ...receivedOf(0, ''), silence: 'closed' } }),
    exchangeOf({ line: 'GET /acs/jwks' }, { trouble: 'the connection was lost' }),
    exchangeOf({ line: 'GET /nothing' }, { received: receivedOf(404, '') }),
  ]

  expect(tallyOf(exchanges, uncounted)).toEqual({
    'POST /acs/broker/oauth2-clients': { '201': 1, '409': 1 },
    'GET /acs/jwks': { closed: 1, 'no reply': 1 },
    other: { '404': 1 },
  })
  expect(uncounted).toEqual({ 'POST /acs/broker/oauth2-clients': { '201': 1 } })
})

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = [part({ kid: 'key-1' }), part({ iss: 'https://acme/acs' }), 'x'].join('.')
const discovery = { line: 'GET /acs/.well-known/openid-configuration' } as const

test('discovery, keys and tokens tell who a tenant is; a request written by hand does not', () => {
  const exchanges = [
    exchangeOf({ line: 'POST /acs/token' }, { received: receivedOf(200, JSON.stringify({ access_token: token })) }),
    exchangeOf(
      { line: 'GET /acs/jwks' },
      { received: receivedOf(200, '{"keys":[{"kid":"key-1"},{"kid":"key-2"},null]}') },
    ),
    exchangeOf(discovery, { wire: 'GET …', received: receivedOf(200, '{"issuer":"https://foreign"}') }),
    exchangeOf(discovery, { received: receivedOf(200, '{"issuer":"https://acme/other"}') }),
  ]

  expect(fingerprintOf(exchanges)).toEqual({
    issuers: ['https://acme/acs', 'https://acme/other'],
    keyIds: ['key-1', 'key-2'],
  })
})

test('replies that tell nothing give no fingerprint', () => {
  for (const text of ['', 'null', '[]', '{"issuer":7}', '{"issuer":""}', '<html>'])
    expect(fingerprintOf([exchangeOf(discovery, { received: receivedOf(200, text) })]), text).toBeUndefined()
  expect(fingerprintOf([exchangeOf(discovery, { received: receivedOf(404, '{"issuer":"x"}') })])).toBeUndefined()
})

test('a run has one table of all operations, and one fingerprint', () => {
  const operations = { 'POST /acs/token': { '200': 2 }, other: { '404': 1 } }
  const fingerprint = { issuers: ['https://acme/acs'], keyIds: ['key-1'] }

  const found = concluded([
    [checkOf('TOK-005'), { ...said('TOK-005', 'pass', { operations, fingerprint }), operations }],
    [checkOf('TOK-009'), { ...said('TOK-009', 'pass', { operations, fingerprint }), operations }],
    [checkOf('CLI-001'), said('CLI-001', 'pass')],
  ])

  expect(found.operations).toHaveLength(46)
  expect(found.operations?.find(one => one.operation === 'POST /acs/token')).toEqual({
    operation: 'POST /acs/token',
    documented: ['200', '400'],
    observed: { '200': 4 },
  })
  expect(found.operations?.at(-1)).toEqual({ operation: 'other', documented: [], observed: { '404': 2 } })
  expect(found.fingerprint).toEqual(fingerprint)
})

test('checks that do not say what they asked make no table', () => {
  expect(concluded([[checkOf('TOK-005'), said('TOK-005', 'pass')]])).not.toHaveProperty('operations')
})

test('the tables and fingerprints of shards are added up', () => {
  const [one, other] = [
    operationsSeen({ 'GET /acs/jwks': { '200': 1 } }),
    operationsSeen({ 'GET /acs/jwks': { '200': 2, '444': 1 } }),
  ]

  expect(joinedOperations([one, undefined, other])).toEqual(operationsSeen({ 'GET /acs/jwks': { '200': 3, '444': 1 } }))
  expect(joinedOperations([undefined, undefined])).toBeUndefined()
  expect(
    joinedFingerprint([{ issuers: ['b'], keyIds: [] }, undefined, { issuers: ['a', 'b'], keyIds: ['k'] }]),
  ).toEqual({
    issuers: ['a', 'b'],
    keyIds: ['k'],
  })
  expect(addedUp([])).toEqual({})
})

test('a record with traffic that cannot be is none', () => {
  const record = checkRecord('TOK-005', 'pass', { operations: { 'GET /acs/jwks': { '200': 1 } } })

  expect(readRecord(JSON.stringify(record))).toEqual(record)
  for (const odd of [
    { operations: { a: { '200': -1 } } },
    { operations: { a: 1 } },
    { fingerprint: { issuers: [1], keyIds: [] } },
  ])
    expect(readRecord(JSON.stringify({ ...record, ...odd }))).toBeUndefined()
})
