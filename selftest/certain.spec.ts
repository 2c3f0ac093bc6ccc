import { gzipSync } from 'node:zlib'
import type { Socket } from 'node:net'
import { expect, test } from '@playwright/test'
import { certain, type Question } from '../harness/certain'
import { connectTo } from '../harness/connection'
import { decoded } from '../harness/decoded'
import { doubtOf } from '../harness/doubt'
import type { Received } from '../harness/reply'
import { outgoing, type Line } from '../harness/request'
import { transmitPatiently } from '../harness/retry-after'
import { receivedOf } from './checks-at-hand'
import { serveSockets } from './local-servers'

const origin = 'https://tenant.example'
const clients = '/acs/broker/oauth2-clients'
const silent = (silence: 'closed' | 'reset' | 'stalled'): Received => ({ ...receivedOf(0, '', {}), silence })
const sentTo = (location: string) => receivedOf(302, '', { location })

const doubts: readonly (readonly [what: string, received: Received, target: string, kind: string | undefined])[] = [
  ['JSON', receivedOf(200, '{}'), clients, undefined],
  ['nothing', receivedOf(204, ''), clients, undefined],
  ['cut JSON', receivedOf(200, '{"a":'), clients, 'text'],
  ['JSON that is no UTF-8', { ...receivedOf(200, '{"a":"�"}'), isGarbled: true }, clients, 'bytes'],
  ['a page', receivedOf(403, '<html>', { 'content-type': 'text/html' }), clients, undefined],
  ['a versioned type', receivedOf(200, '<', { 'content-type': 'application/vnd.x.y+json' }), clients, 'text'],
  ['silence', silent('closed'), clients, 'silence'],
  ['another host', sentTo('https://login.example/'), clients, 'elsewhere'],
  ['another port', sentTo('https://tenant.example:8443/'), '/acs/token', 'elsewhere'],
  ['a path', sentTo('/login'), clients, undefined],
  ['the same host', sentTo('https://tenant.example/login'), clients, undefined],
  ['another host after a login', sentTo('https://app.example/?code=1'), '/acs/authorize?x=y', undefined],
] // prettier-ignore

for (const [what, received, target, kind] of doubts)
  test(`${what} is ${kind === undefined ? 'believed at once' : 'doubted'}`, () => {
    expect(doubtOf(received, target, origin)?.kind).toBe(kind)
  })

/** A question whose answers, and those of its control, are known beforehand; the last one for good. */
const question = (answers: readonly Received[], controls: readonly Received[], isRepeatable = true): Question => {
  const next = (list: readonly Received[]) => {
    let at = 0
    return () => Promise.resolve(list[Math.min(at++, list.length - 1)] as Received)
  }
  const judge = (each: Received) => doubtOf(each, clients, origin)
  return { isRepeatable, ask: next(answers), control: next(controls), doubtOf: judge }
}

const fine = receivedOf(200, '{}')
const cut = receivedOf(200, '{"a":')
const garbled: Received = { ...cut, isGarbled: true }

test('the same strange answer, again and again, is the tenant’s', async () => {
  for (const strange of [cut, garbled, silent('stalled'), sentTo('https://login.example/')])
    expect(await certain(strange, question([strange], [fine]))).toBe(strange)
  expect(await certain(silent('closed'), question([silent('reset')], [fine]))).toEqual(silent('closed'))
})

test('another answer to the same question is nobody’s', async () => {
  for (const strange of [cut, garbled, silent('reset'), sentTo('https://login.example/')])
    for (const answers of [[fine], [strange, strange, fine]])
      await expect(certain(strange, question(answers, [fine]))).rejects.toThrow(/was answered differently: .*200 came/)
})

test('where other questions fare no better the road is in trouble', async () => {
  for (const strange of [silent('stalled'), sentTo('https://login.example/')])
    await expect(certain(strange, question([strange], [fine, strange]))).rejects.toThrow(/the road is in trouble/)
})

test('what cannot be asked again is believed only where the road cannot have made it', async () => {
  expect(await certain(cut, question([], [], false))).toBe(cut)
  for (const strange of [garbled, silent('closed'), sentTo('https://login.example/')])
    await expect(certain(strange, question([], [], false))).rejects.toThrow(/cannot be repeated/)
})

const coded = (coding: string) => [['content-encoding', coding]] as const

test('bodies are decoded, within limits', () => {
  const body = Buffer.from('{"a":1}')

  expect(decoded(body, [])).toBe(body)
  expect(decoded(gzipSync(body), coded('gzip'))).toEqual(body)
  expect(decoded(gzipSync(gzipSync(body)), coded('gzip, X-GZIP'))).toEqual(body)
  expect(() => decoded(body, coded('gzip'))).toThrow(/not coded as its Content-Encoding says/)
  expect(() => decoded(body, coded('zstd'))).toThrow(/not known here/)
  expect(() => decoded(gzipSync(Buffer.alloc(32 * 1024 * 1024)), coded('gzip'))).toThrow(/larger than 16 MiB/)
})

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'

const trickle = (socket: Socket) => {
  socket.write(`${head}Content-Length: 1000\r\n\r\n`)
  const timer = setInterval(() => socket.write(' '), 20)
  socket.once('close', () => clearInterval(timer))
}

const flood = (socket: Socket) => {
  socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`)
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', more)
  more()
}

const bad: readonly (readonly [what: string, line: Line, answer: (socket: Socket) => void, words: RegExp])[] = [
  ['is longer than announced', 'POST /a', socket => socket.write(`${head}Content-Length: 4\r\n\r\n{"a":1}`), /longer than announced/],
  ['goes on after a while', 'POST /a', socket => { socket.write(`${head}Content-Length: 4\r\n\r\n{"a"`); setTimeout(() => socket.write(':1}'), 20) }, /longer than announced/],
  ['trickles', 'GET /a', trickle, /came too slowly/],
  ['never ends', 'GET /a', flood, /larger than 16 MiB/],
  ['has a head of a megabyte', 'GET /a', socket => socket.write(`${head}x: ${'p'.repeat(1_048_576)}\r\n\r\n`), /headers of the reply are too large/],
  ['is no HTTP', 'GET /a', socket => socket.end('SSH-2.0-OpenSSH\r\n'), /does not speak HTTP/],
] // prettier-ignore

for (const [what, line, answer, words] of bad)
  test(`a reply that ${what} is the road’s`, async () => {
    const { port, close } = await serveSockets(socket => socket.once('data', () => answer(socket)))
    const connection = connectTo(`http://localhost:${port}`, { patience: what === 'never ends' ? 20_000 : 300 })

    await expect(transmitPatiently(connection, outgoing({ line }))).rejects.toThrow(words)
    await connection.close()
    await close()
  })
