import { expect, test } from '@playwright/test'
import type { Connection } from '../harness/connection'
import { connectTo } from '../harness/connection'
import type { Received } from '../harness/reply'
import { outgoing, type Line } from '../harness/request'
import { secondsToWait, transmitPatiently } from '../harness/retry-after'
import { Trouble, codeOf, inWords } from '../harness/trouble'
import { receivedOf } from './checks-at-hand'
import { serveSockets, serveWeb } from './local-servers'

const now = Date.parse('2030-01-01T00:00:00Z')

const waits: readonly (readonly [retryAfter: string | undefined, seconds: number])[] = [
  [undefined, 1], ['0', 0], ['7', 7], [' 7 ', 7], ['120', 120], ['-5', 1], ['9'.repeat(400), Infinity], ['soon', 1], ['', 1], ['1.5', 1],
  ['Tue, 01 Jan 2030 00:00:09 GMT', 9], ['Mon, 31 Dec 2029 23:00:00 GMT', 0],
] // prettier-ignore

for (const [retryAfter, seconds] of waits)
  test(`Retry-After: ${retryAfter?.slice(0, 40) ?? 'absent'} asks to wait ${seconds} s`, () => {
    expect(secondsToWait(retryAfter, now)).toBe(seconds)
  })

type Step = Received | Error

/** A connection that gives one answer after the other and counts. */
const scripted = (...steps: readonly Step[]): Connection & { readonly asked: () => number } => {
  let count = 0
  return {
    asked: () => count,
    transmit: () => {
      const step = steps[Math.min(count++, steps.length - 1)] as Step
      return step instanceof Error ? Promise.reject(step) : Promise.resolve(step)
    },
    close: () => Promise.resolve(),
  }
}

const coded = (code: string) => Object.assign(new Error('Bearer abc was not sent'), { code })
const busy = (status: number, retryAfter = '0') => receivedOf(status, '', { 'retry-after': retryAfter })
const fine = receivedOf(200, '{}')

const patience: readonly (readonly [name: string, line: Line, steps: readonly Step[], asked: number, end: number | RegExp])[] = [
  ['an answer is taken as it is', 'GET /a', [fine], 1, 200],
  ['a refusal and a 500 are answers', 'POST /a', [receivedOf(500)], 1, 500],
  ['a 429 is repeated, whatever was asked', 'POST /a', [busy(429), busy(429), fine], 3, 200],
  ['a 503 to a safe request is repeated', 'GET /a', [busy(503), fine], 2, 200],
  ['a 503 to a change is not repeated', 'POST /a', [receivedOf(503), fine], 1, /a gateway answered 503/],
  ['but where it names a time', 'POST /a', [busy(503), fine], 2, 200],
  ['a refusal after that says nothing', 'POST /a', [busy(503), receivedOf(409)], 2, /perhaps it was done twice/],
  ['a refusal of a safe request does', 'GET /a', [busy(503), receivedOf(404)], 2, 404],
  ['a refusal after a 429 does', 'POST /a', [busy(429), receivedOf(409)], 2, 409],
  ['busy for good', 'GET /a', [busy(429)], 4, /busy: 429 after 4 attempts/],
  ['busy for too long', 'GET /a', [busy(429, '3600')], 1, /busy: 429 after 1 attempts, wait 3600 s/],
  ['a gateway without its tenant', 'GET /a', [receivedOf(502)], 1, /a gateway answered 502/],
  ['a gateway that has waited in vain', 'DELETE /a', [receivedOf(504)], 1, /a gateway answered 504/],
  ['a lost connection is made again once for a safe request', 'GET /a', [coded('UND_ERR_SOCKET'), fine], 2, 200],
  ['but not twice', 'GET /a', [coded('ECONNRESET')], 2, /the connection was reset/],
  ['and never for a change', 'PATCH /a', [coded('ECONNRESET'), fine], 1, /the connection was reset/],
  ['a refused connection is not made again', 'GET /a', [coded('ECONNREFUSED'), fine], 1, /the connection was refused/],
] // prettier-ignore

for (const [name, line, steps, asked, end] of patience)
  test(`patience: ${name}`, async () => {
    const connection = scripted(...steps)

    const result: unknown = await transmitPatiently(connection, outgoing({ line })).catch((error: unknown) => error)

    expect(connection.asked()).toBe(asked)
    if (typeof end === 'number') return expect(result).toMatchObject({ status: end })
    expect(result).toBeInstanceOf(Trouble)
    expect((result as Trouble).message).toMatch(end)
    expect((result as Trouble).message).not.toContain('Bearer')
  })

const guarded: readonly (readonly [name: string, line: Line, steps: readonly Step[], asked: number, end: number | RegExp])[] = [
  ['what a stranger is given is not asked for again', 'GET /a', [fine, receivedOf(401)], 1, 200],
  ['a change that a stranger made is not made again', 'POST /a', [receivedOf(201), receivedOf(403)], 1, 201],
  ['a 401 is an answer', 'GET /a', [receivedOf(401), fine], 1, 401],
  ['a 403 is an answer', 'DELETE /a', [receivedOf(403), fine], 1, 403],
  ['an acceptance after a 429 stays one', 'GET /a', [busy(429), fine, receivedOf(401)], 2, 200],
  ['a refusal that only a repeated change gets is none', 'PATCH /a', [busy(503), receivedOf(403)], 2, /perhaps it was done twice/],
] // prettier-ignore

for (const [name, line, steps, asked, end] of guarded)
  test(`a retry never turns a security check green: ${name}`, async () => {
    const connection = scripted(...steps)

    const result: unknown = await transmitPatiently(connection, outgoing({ line })).catch((error: unknown) => error)

    expect(connection.asked()).toBe(asked)
    expect(result).toMatchObject(typeof end === 'number' ? { status: end } : { message: expect.stringMatching(end) })
  })

test('a date to wait for is one of the clock of the tenant', async () => {
  const headers = { 'retry-after': 'Tue, 01 Jan 2030 00:00:01 GMT', date: 'Tue, 01 Jan 2030 00:00:00 GMT' }
  const connection = scripted(receivedOf(429, '', headers), fine)

  expect(await transmitPatiently(connection, outgoing({ line: 'GET /a' }))).toMatchObject({ status: 200 })
})

test('whoever is told to wait tells the whole run, also where it is too long for itself', async () => {
  const rests: number[] = []
  const pace = { take: () => Promise.resolve(() => {}), rest: (seconds: number) => void rests.push(seconds) }
  const connection = { ...scripted(busy(429, '0'), busy(503, '90')), pace }

  await expect(transmitPatiently(connection, outgoing({ line: 'GET /a' }))).rejects.toThrow(/busy: 503 .*wait 90 s/)

  expect(rests).toEqual([0, 90])
})

test('it really waits', async () => {
  const begun = performance.now()

  await transmitPatiently(scripted(busy(429, '1'), fine), outgoing({ line: 'GET /a' }))

  expect(performance.now() - begun).toBeGreaterThan(950)
})

test('a transport error is put into words, its own text is not', () => {
  expect(inWords(new AggregateError([coded('ECONNREFUSED')]))).toBe('the connection was refused')
  expect(inWords(new Error('fetch failed', { cause: coded('ENOTFOUND') }))).toBe('the host name is not known')
  expect(inWords(coded('E_NEW'))).toBe('the transport failed (E_NEW)')
  expect(inWords(new TypeError('Bearer abc'))).toBe('the transport failed (TypeError)')
  expect(inWords('Bearer abc')).toBe('the transport failed')
  expect(codeOf(undefined)).toBeUndefined()
})

test('the connection sends exactly what it is given', async () => {
  let raw: readonly string[] = []
  const { port, close } = await serveWeb((message, response) => {
    raw = message.rawHeaders
    response.writeHead(200, [['X-A', '1'], ['x-a', '2']].flat()).end('ü')
  }) // prettier-ignore
  const connection = connectTo(`http://localhost:${port}`)

  const received = await connection.transmit(outgoing({ line: 'GET /a', headers: { 'X-Own': ['a', 'b'] } }))
  await connection.close()
  await close()

  expect(raw).toEqual(['host', `localhost:${port}`, 'connection', 'keep-alive', 'X-Own', 'a', 'X-Own', 'b'])
  expect(received).toMatchObject({ status: 200, text: 'ü', size: 2 })
  expect(received.headers.filter(([name]) => name === 'x-a')).toEqual([['x-a', '1'], ['x-a', '2']]) // prettier-ignore
})

const broken: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  ['ends before a reply', '', /closed before a reply|reset/],
  ['is cut in the middle of the body', 'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf', /closed before a reply|shorter|middle/],
  ['is no HTTP', 'SSH-2.0-x\r\n\r\n', /does not speak HTTP|transport failed/],
] // prettier-ignore

for (const [name, text, says] of broken)
  test(`no reply can be had where the connection ${name}`, async () => {
    const { port, close } = await serveSockets(socket => socket.once('data', () => socket.end(text)))
    const connection = connectTo(`http://localhost:${port}`, { patience: 1_000 })

    await expect(transmitPatiently(connection, outgoing({ line: 'POST /a' }))).rejects.toThrow(says)
    await connection.close()
    await close()
  })

test('a mute tenant is given up after the patience', async () => {
  const { port, close } = await serveSockets(() => {})
  const connection = connectTo(`http://localhost:${port}`, { patience: 200 })

  await expect(transmitPatiently(connection, outgoing({ line: 'POST /a' }))).rejects.toThrow(/no reply came in time/)
  await connection.close()
  await close()
})
