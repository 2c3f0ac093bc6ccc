import { expect, test } from '@playwright/test'
import { cannotTell, checkUnderWay, endCheck, choice, note, oddity, startCheck, Violation } from '../harness/check'
import { expect as judge } from '../harness/matchers/expect'
import { learn } from '../harness/secret-book'
import { requirement } from '../specs'
import { replyWith, silentReply } from './checks-at-hand'
import { messageOf } from './message-of'

const title = 'TOK-005 · a title'
const value = (actual: unknown) => judge(actual, 'it')
const vendorError = { errors: [{ code: 'a.b', message: 'A sentence.' }] }
const token = { access_token: 'abc', token_type: 'Bearer', expires_in: 60 }
const plain = { 'content-type': 'text/plain' }
const none = replyWith(204, undefined, {})

type Case = readonly [name: string, holds: () => void, ...fails: (() => void)[]]

/** Each matcher: once as it holds, then every way in which it must not. */
const matchers: readonly Case[] = [
  ['toHaveStatus', () => judge(replyWith(201)).toHaveStatus(200, 201), () => judge(replyWith(200)).toHaveStatus(201), () => judge(silentReply('closed')).toHaveStatus(200), () => judge(replyWith(200)).toHaveStatus()],
  ['toBeRefused', () => judge(replyWith(401, { error: 'invalid_client' })).toBeRefused([400, 401], 'invalid_client'), () => judge(replyWith(200)).toBeRefused(401), () => judge(replyWith(302)).toBeRefused(401), () => judge(replyWith(500)).toBeRefused(401), () => judge(silentReply('reset')).toBeRefused(401), () => judge(replyWith(401, { error: 'other' })).toBeRefused(401, 'invalid_client'), () => judge(replyWith(401)).toBeRefused(401, ['invalid_client'])],
  ['toMatchSchema', () => judge(replyWith(200, token)).toMatchSchema('oauth/token'), () => judge(replyWith(200, {})).toMatchSchema('oauth/token'), () => judge(replyWith(200, 'no JSON')).toMatchSchema('oauth/token'), () => judge(none).toMatchSchema('oauth/token'), () => judge(silentReply('closed')).toMatchSchema('oauth/token')],
  ['toMatchSchema at', () => judge(replyWith(200, { ...token, token_type: 7 })).toMatchSchema('oauth/token', { at: '/expires_in' }), () => judge(replyWith(200, { ...token, expires_in: '60' })).toMatchSchema('oauth/token', { at: '/expires_in' }), () => judge(replyWith(200, {})).toMatchSchema('oauth/token', { at: '/expires_in' }), () => judge(none).toMatchSchema('oauth/token', { at: '/expires_in' })],
  ['toCarryEnvelope', () => judge(replyWith(400, vendorError)).toCarryEnvelope(), () => judge(replyWith(400, { error: 'x' })).toCarryEnvelope(), () => judge(replyWith(404, '<html>', plain)).toCarryEnvelope(), () => judge(none).toCarryEnvelope(), () => judge(silentReply('closed')).toCarryEnvelope()],
  ['toHaveHeader', () => judge(replyWith(200, '', { 'cache-control': 'no-store' })).toHaveHeader('Cache-Control', /no-store/), () => judge(replyWith(200, '', { 'cache-control': 'public' })).toHaveHeader('cache-control', /no-store/), () => judge(none).toHaveHeader('cache-control'), () => judge(none).toHaveHeader('cache-control', /^$/)],
  ['toLackHeader', () => judge(none).toLackHeader('server'), () => judge(replyWith(200, '', { server: 'x' })).toLackHeader('Server'), () => judge(silentReply('closed')).toLackHeader('server')],
  ['toHaveMediaType', () => judge(replyWith(200, '', { 'content-type': 'TEXT/Plain; charset=utf-8' })).toHaveMediaType('text/plain'), () => judge(replyWith(200)).toHaveMediaType('text/plain'), () => judge(none).toHaveMediaType('text/plain')],
  ['toHaveNoBody', () => judge(none).toHaveNoBody(), () => judge(replyWith(200, {})).toHaveNoBody(), () => judge(silentReply('closed')).toHaveNoBody()],
  ['toBeNoResponse', () => judge(replyWith(444, '', {})).toBeNoResponse(), () => judge(replyWith(200)).toBeNoResponse(), () => judge(replyWith(404, vendorError)).toBeNoResponse(), () => judge(replyWith(500)).toBeNoResponse(), () => judge(silentReply('stalled')).toBeNoResponse()],
  ['toKeepSecret', () => judge(replyWith(200, 'abc')).toKeepSecret('s3cret-value', 'it'), () => judge(replyWith(200, 'a s3cret-value')).toKeepSecret('s3cret-value', 'it'), () => judge(replyWith(200, '', { location: '/?s=s3cret-value' })).toKeepSecret('s3cret-value', 'it'), () => judge(replyWith(200, Buffer.from('id:s3cret-value').toString('base64'))).toKeepSecret('s3cret-value', 'it'), () => judge(silentReply('closed')).toKeepSecret('s3cret-value', 'it')],
  ['toBe', () => value({ a: [1] }).toBe({ a: [1] }), () => value({ a: [1] }).toBe({ a: ['1'] }), () => value(undefined).toBe(null), () => value(undefined).toBe(1)],
  ['toDifferFrom', () => value('a').toDifferFrom('b'), () => value('a').toDifferFrom('a'), () => value(undefined).toDifferFrom('a')],
  ['toBeOneOf', () => value(2).toBeOneOf(1, 2), () => value('2').toBeOneOf(1, 2), () => value(undefined).toBeOneOf(1, null)],
  ['toBeTheSet', () => value(['b', 'a', 'a']).toBeTheSet(['a', 'b']), () => value(['a']).toBeTheSet(['a', 'b']), () => value(['a', 'b', 'c']).toBeTheSet(['a', 'b']), () => value('ab').toBeTheSet(['a', 'b']), () => value(undefined).toBeTheSet([])],
  ['toInclude', () => value([{ a: 1 }, 2]).toInclude({ a: 1 }), () => value([1]).toInclude(1, 2), () => value('12').toInclude('1'), () => value(undefined).toInclude(1)],
  ['toExclude', () => value([1]).toExclude(2, 3), () => value([1, 2]).toExclude(2, 3), () => value('12').toExclude('3'), () => value(undefined).toExclude(1)],
  ['toBeWithin', () => value(2).toBeWithin(2, 3), () => value(1.9).toBeWithin(2, 3), () => value(3.1).toBeWithin(2, 3), () => value('2').toBeWithin(2, 3), () => value(Number.NaN).toBeWithin(2, 3), () => value(undefined).toBeWithin(2, 3)],
  ['toMatch', () => value('abc').toMatch(/b/), () => value('abc').toMatch(/x/), () => value(1).toMatch(/1/), () => value(undefined).toMatch(/undefined/)],
  ['toBeAbsent', () => value(undefined).toBeAbsent(), () => value(0).toBeAbsent(), () => value(false).toBeAbsent(), () => value({}).toBeAbsent()],
  ['toBePresent', () => value(0).toBePresent(), () => value(undefined).toBePresent(), () => value(null).toBePresent(), () => value('').toBePresent(), () => value([]).toBePresent()],
  ['toHold', () => value(true).toHold('true'), () => value(false).toHold('true'), () => value('true').toHold('true'), () => value(undefined).toHold('true')],
] // prettier-ignore

test.beforeEach(() => void startCheck('TOK-005', title))
test.afterEach(() => endCheck())

for (const [name, holds, ...fails] of matchers) {
  test(`${name} holds where it must, and counts`, () => {
    holds()

    expect(checkUnderWay()).toMatchObject({ violation: undefined, warnings: [] })
    expect(checkUnderWay().expectations).toBeGreaterThan(0)
  })

  for (const [index, fail] of fails.entries())
    test(`${name} fails where it must, case ${index + 1}`, () => {
      expect(fail).toThrow(Violation)
      expect(checkUnderWay().violation).toMatch(
        /^TOK-005 · a title\n {2}expected {2}\S.*\n {2}received {2}\S.*\n(?: {2}sent {6}[A-Z]+ \/.*\n)? {2}says {6}guide#/,
      )
      expect(checkUnderWay().expectations).toBeGreaterThan(0)
    })
}

const says = requirement('TOK-005').says.join(', ')

const golden: readonly (readonly [act: () => void, expected: string, received: string])[] = [
  [() => judge(7, 'expires_in').toBeWithin(390, 420), 'expires_in is a number between 390 and 420', '7'],
  [() => judge(undefined, 'expires_in').toBe(420), 'expires_in is 420', 'absent'],
  [() => judge('a', 'it').toBeOneOf('b', 'c, d', 3), 'it is "b", "c, d" or 3', '"a"'],
  [() => judge([1], 'ids').toInclude(1, 2), 'ids is a list with 1 and 2', '[1]'],
  [() => judge(replyWith(500)).toHaveStatus(200, 204), 'status 200 or 204', '500 with an empty body    POST /acs/token → 500, exchange 1 of 0'],
  [() => judge(replyWith(400, vendorError)).toHaveStatus(200), 'status 200', '400 "a.b"    POST /acs/token → 400, exchange 1 of 0'],
  [() => judge(silentReply('closed')).toHaveStatus(200), 'status 200', 'no reply, the connection was closed    GET /acs/jwks → no reply (closed), exchange 1 of 0'],
  [() => judge(replyWith(200, { ...token, expires_in: '60' })).toMatchSchema('oauth/token', { at: '/expires_in' }), 'a body as schemas/oauth/token.schema.json says', '/expires_in must be integer, but is a string (TOK-004)    POST /acs/token → 200, exchange 1 of 0'],
  [() => judge(none).toHaveHeader('Cache-Control', /no-store/), 'header Cache-Control that matches /no-store/', 'absent    POST /acs/token → 204, exchange 1 of 0'],
  [() => judge('x'.repeat(400), 'it').toBe('y'), 'it is "y"', `"${'x'.repeat(299)}… (402 characters)`],
] // prettier-ignore

for (const [act, expected, received] of golden)
  test(`a failure is four lines, five where something was sent: ${received}`, () => {
    const line = / {4}([A-Z]+ \S+) → /.exec(received)?.[1]
    const sent = line === undefined ? '' : `  sent      ${line}\n`
    expect(messageOf(act)).toBe(
      `${title}\n  expected  ${expected}\n  received  ${received}\n${sent}  says      ${says}`,
    )
  })

test('no message shows a secret', () => {
  const secret = 'kept "quiet" 4711'
  learn(secret, 'secret', { from: 'environment', variable: 'QUIET' })

  for (const act of [
    () => judge(secret, 'it').toBe('x'),
    () => judge('x', 'it').toBe(secret),
    () => judge({ deep: [secret] }, 'it').toBeAbsent(),
    () => judge(false, 'it').toHold(`not ${secret}`, `but ${secret}`),
    () => judge(replyWith(400, { error: secret })).toHaveStatus(200),
    () => judge(replyWith(200, '', { location: secret })).toLackHeader('location'),
    () => cannotTell(`it is ${secret}`),
  ]) {
    expect(messageOf(act)).toContain('QUIET')
    expect(messageOf(act)).not.toContain('quiet')
  }
})

test('what is tolerated is a warning, what is open a note, and both are said once', () => {
  judge(replyWith(403)).toBeRefused(401)
  judge(replyWith(403)).toBeRefused(401)
  judge(replyWith(422)).toBeRefused(400, undefined, [422])
  judge(replyWith(404, '<html>', plain)).toBeNoResponse()
  judge(silentReply('closed')).toBeNoResponse()
  judge(replyWith(503)).toCarryEnvelope()
  oddity('odd')
  note('A-32', 'seen')
  note('A-32', 'seen')
  choice('A-16', 'the time counts', 'seconds')
  choice('A-16', 'the time counts', 'seconds')

  expect(checkUnderWay().warnings).toEqual([
    'POST /acs/token was refused with 403, not 401',
    'POST /acs/token with a foreign Host was refused with 404 instead of 444',
    'odd',
  ])
  expect(checkUnderWay().notes).toEqual([
    'A-01: an error 403 of POST /acs/token comes as an empty body',
    'A-01: an error 422 of POST /acs/token comes as an empty body',
    'A-32: no response shows as a refusal with 404',
    'A-32: no response shows as a connection without a byte',
    'A-03: 503 came from in front of the tenant, its body is not judged',
    'A-32: seen',
    'A-16: the time counts seconds',
  ])
  expect(checkUnderWay().choices).toContainEqual({ ambiguity: 'A-16', question: 'the time counts', answer: 'seconds' })
})

test('a mistake of the suite is no violation', () => {
  expect(() => judge(replyWith(200)).toKeepSecret('', 'it')).toThrow(/needs a value that is long enough/)
  expect(() => value(undefined).toBe(undefined)).toThrow(/toBe has nothing to compare with/)
  expect(() => judge(replyWith(200)).toMatchSchema('oauth/tokens')).toThrow(/no schema "oauth\/tokens"/)
  expect(checkUnderWay().violation).toBeUndefined()
  endCheck()
  expect(() => value(1).toBe(1)).toThrow(/No check is under way/)
})
