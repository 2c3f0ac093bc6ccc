import { writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { expect, test } from '@playwright/test'
import { belongingsOf } from '../harness/belongings'
import { endCheck, startCheck } from '../harness/check'
import { prober, type WireRequest } from '../harness/probe/probe'
import type { Reply } from '../harness/reply'
import { Trouble } from '../harness/trouble'
import { openDoor, rememberedJournal, tenantAt } from './checks-at-hand'
import { selfSigned, serveSockets, type Pem } from './local-servers'

const belongings = belongingsOf(rememberedJournal(), openDoor)
const request: WireRequest = { line: 'GET /acs/jwks', patience: 400 }

/** Answers a connection as soon as the whole request head has come. */
const onRequest = (answer: (socket: Socket, head: string) => void) => (socket: Socket) => {
  let head = ''
  socket.on('data', (chunk: Buffer) => {
    head += chunk.toString('latin1')
    if (head.includes('\r\n\r\n')) answer(socket, head)
  })
}

const says = (text: string) => onRequest(socket => socket.end(text))

/** The raw TCP connection below TLS: only it can be reset. */
const reset = (socket: Socket) => {
  const { _parent: below } = socket as Socket & { _parent?: Socket }
  ;(below ?? socket).resetAndDestroy()
}

let pem: Pem
let caFile: string

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'

/** A peer that behaves strangely, but only where it is asked for its keys. */
const strange = (answer: (socket: Socket) => void) => (socket: Socket) =>
  socket.once('data', (chunk: Buffer) => {
    const isControl = chunk.includes('openid-configuration')
    if (isControl) socket.end(`${ok}Content-Length: 2\r\n\r\n{}`)
    else answer(socket)
    if (!isControl) socket.emit('data', chunk)
  })

const ask = async (answer: (socket: Socket) => void, sent: WireRequest, tls: boolean): Promise<Reply> => {
  const { port, close } = await serveSockets(strange(answer), tls ? pem : undefined)
  const tenant = tenantAt(`${tls ? 'https' : 'http'}://localhost:${port}`, tls ? { TENANT_CA_FILE: caFile } : {})
  try {
    return await prober(tenant, belongings)(sent)
  } finally {
    await close()
  }
}

/** Name, what the peer does, the status and the silence or text that the probe reports. */
const answers: readonly (readonly [name: string, answer: (socket: Socket) => void, status: number, seen: string])[] = [
  ['closes without a byte', onRequest(socket => socket.end()), 0, 'closed'],
  ['closes as soon as it is asked', socket => socket.end(), 0, 'closed'],
  ['resets', onRequest(reset), 0, 'reset'],
  ['stays mute', onRequest(() => {}), 0, 'stalled'],
  ['answers 444 alone', says('HTTP/1.1 444\r\n\r\n'), 444, ''],
  ['answers 444 with a reason and no body', says('HTTP/1.1 444 No Response\r\nContent-Length: 0\r\n\r\n'), 444, ''],
  ['answers 444 with a body', says('HTTP/1.1 444 No Response\r\nContent-Length: 4\r\n\r\nbody'), 444, 'body'],
  ['answers', says(`${ok}Content-Length: 2\r\n\r\n{}`), 200, '{}'],
  ['answers in HTTP/1.0 until it closes', says('HTTP/1.0 200 OK\r\n\r\nuntil the end'), 200, 'until the end'],
  ['answers in chunks', says(`${ok}Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n`), 200, 'abc0123456789'],
  ['answers 100 first', says(`HTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 2\r\n\r\n{}`), 200, '{}'],
  ['answers 103 first', says(`HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n${ok}Content-Length: 2\r\n\r\n{}`), 200, '{}'],
  ['answers byte by byte', onRequest(socket => { for (const byte of `${ok}\r\n{}`) socket.write(byte); socket.end() }), 200, '{}'],
  ['answers and keeps the connection open', onRequest(socket => socket.write(`${ok}Content-Length: 2\r\n\r\n{}`)), 200, '{}'],
] // prettier-ignore

/** What is no reply and no silence either: nothing can be said about the rule. */
const troubles: readonly (readonly [name: string, answer: (socket: Socket) => void, says: RegExp])[] = [
  ['sends garbage', says('SSH-2.0-OpenSSH_9.6\r\n'), /no complete HTTP\/1\.1 reply: 21 bytes without a whole head/],
  ['sends half a head', says('HTTP/1.1 200 OK\r\nContent-Type: app'), /without a whole head/],
  ['sends a head that is none', says('HELLO 200 OK\r\n\r\n'), /without a whole head/],
  ['closes in the middle of the body', says(`${ok}Content-Length: 20\r\n\r\n{"half`), /6 of 20 bytes of the body/],
  ['closes in the middle of a chunk', says(`${ok}Transfer-Encoding: chunked\r\n\r\n10\r\nabc`), /a chunk is shorter/],
  ['forgets the last chunk', says(`${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`), /the last chunk is missing/],
  ['resets in the middle of the body', onRequest(socket => socket.write(`${ok}Content-Length: 20\r\n\r\n{"half`, () => setTimeout(reset, 20, socket))), /6 of 20 bytes/],
] // prettier-ignore

test.beforeAll(async ({}, info) => {
  pem = await selfSigned()
  caFile = info.outputPath('ca.pem')
  writeFileSync(caFile, pem.cert)
})
test.beforeEach(() => void startCheck('HOST-001', 'HOST-001'))
test.afterEach(() => endCheck())

for (const tls of [false, true])
  test.describe(`the wire probe over ${tls ? 'TLS' : 'TCP'}`, () => {
    for (const [name, answer, status, seen] of answers)
      test(`reports a peer that ${name}`, async () => {
        const reply = await ask(answer, request, tls)

        expect([reply.status, reply.silence ?? reply.text]).toEqual([status, seen])
        expect(reply.size).toBe(reply.text.length)
        expect(reply.exchange.received?.status).toBe(status)
      })

    for (const [name, answer, words] of troubles)
      test(`gives no verdict on a peer that ${name}`, async () => {
        const error: unknown = await ask(answer, request, tls).catch((error: unknown) => error)

        expect(error).toBeInstanceOf(Trouble)
        expect((error as Trouble).message).toMatch(words)
      })
  })

test('a connection that never stood is trouble on the road, not silence', async () => {
  const early = await serveSockets(socket => socket.destroy())
  const tenant = tenantAt(`https://localhost:${early.port}`)

  await expect(prober(tenant, belongings)(request)).rejects.toThrow(/GET \/acs\/jwks: the connection was reset/)
  await early.close()
  await expect(prober(tenant, belongings)(request)).rejects.toThrow(/the connection was refused/)
})

test('a peer that is silent whatever it is asked is trouble on the road', async () => {
  for (const silent of [onRequest(socket => socket.end()), onRequest(reset), onRequest(() => {})]) {
    const { port, close } = await serveSockets(silent)

    await expect(prober(tenantAt(`http://localhost:${port}`), belongings)(request)).rejects.toThrow(
      /and other questions fare no better: the road is in trouble/,
    )
    await close()
  }
})

test('silence for a foreign Host is believed where the own Host is answered', async () => {
  const answer = onRequest((socket, head) => void socket.end(head.includes('foreign') ? '' : `${ok}\r\n`))
  const [tenant, dead] = [await serveSockets(answer), await serveSockets(onRequest(socket => socket.end()))]
  const foreign = { ...request, host: 'foreign.example' }

  const reply = await prober(tenantAt(`http://localhost:${tenant.port}`), belongings)(foreign)
  expect(reply.silence).toBe('closed')
  await expect(prober(tenantAt(`http://localhost:${dead.port}`), belongings)(foreign)).rejects.toThrow(/own Host/)
  await Promise.all([tenant.close(), dead.close()])
})

test('a silence that ends when the tenant is asked again is no answer of the tenant', async () => {
  let count = 0
  const { port, close } = await serveSockets(onRequest(socket => void socket.end(count++ ? `${ok}\r\n` : '')))

  await expect(prober(tenantAt(`http://localhost:${port}`), belongings)(request)).rejects.toThrow(
    /answered differently: the connection ended without a reply, then 200 came/,
  )
  await close()
})

test('a certificate nobody trusts is trouble as well', async () => {
  const { port, close } = await serveSockets(says(`${ok}\r\n`), pem)

  await expect(prober(tenantAt(`https://localhost:${port}`), belongings)(request)).rejects.toThrow(/self-signed/)
  await close()
})

test('a reply to HEAD announces a body it does not have', async () => {
  const answer = says(`${ok}Content-Length: 20\r\n\r\n`)

  expect(await ask(answer, { ...request, line: 'HEAD /acs/jwks' }, false)).toMatchObject({ status: 200, size: 0 })
})

test('headers are read line by line, names in lower case', async () => {
  const reply = await ask(
    says('HTTP/1.1 401 No\r\nX-A:1\r\nx-a:  2 \r\nWWW-Authenticate: Basic realm="a:b"\r\n\r\n'),
    request,
    false,
  )

  expect(reply.header('X-A')).toBe('1, 2')
  expect(reply.header('www-authenticate')).toBe('Basic realm="a:b"')
})

const token = '{"a":"ü"}'
const written: readonly (readonly [name: string, sent: Partial<WireRequest>, wire: (host: string) => string])[] = [
  ['nothing special', {}, host => `GET /acs/jwks HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
  ['no Host', { host: [] }, () => 'GET /acs/jwks HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['an empty Host', { host: '' }, () => 'GET /acs/jwks HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n'],
  ['a foreign Host', { host: 'wrong.example' }, () => 'GET /acs/jwks HTTP/1.1\r\nHost: wrong.example\r\nConnection: close\r\n\r\n'],
  ['two Hosts', { host: ['a', 'b'] }, () => 'GET /acs/jwks HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['another target', { target: 'http://o.example/x?y' }, host => `GET http://o.example/x?y HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
  ['an old version', { version: 'HTTP/1.0' }, host => `GET /acs/jwks HTTP/1.0\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
  ['headers', { headers: { 'X-Forwarded-Host': 'a', accept: ['b', 'c'] } }, host => `GET /acs/jwks HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: a\r\naccept: b\r\naccept: c\r\nConnection: close\r\n\r\n`],
  ['a body', { line: 'POST /acs/jwks', body: token }, host => `POST /acs/jwks HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 10\r\nConnection: close\r\n\r\n${token}`],
  ['credentials and a form', { line: 'POST /acs/token', basic: ['id', 'pass'], form: { a: '1 2' } }, host => `POST /acs/token HTTP/1.1\r\nHost: ${host}\r\ncontent-type: application/x-www-form-urlencoded\r\nauthorization: Basic aWQ6cGFzcw==\r\nContent-Length: 5\r\nConnection: close\r\n\r\na=1+2`],
] // prettier-ignore

for (const [name, change, wire] of written)
  test(`what goes out is exactly what was asked for: ${name}`, async () => {
    let came = Buffer.alloc(0)
    const { port, close } = await serveSockets(socket => {
      socket.on('data', (chunk: Buffer) => {
        came = Buffer.concat([came, chunk])
        if (came.includes('\r\n\r\n')) setTimeout(() => socket.end(`${ok}\r\n`), 20)
      })
    })

    await prober(tenantAt(`http://localhost:${port}`), belongings)({ ...request, ...change })
    await close()

    expect(came.toString('utf8')).toBe(wire(`localhost:${port}`))
  })
