import { writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { expect, test } from '@playwright/test'
import { preflight, PreflightProblem } from '../harness/preflight/preflight'
import type { Tenant } from '../harness/tenant'
import { serve } from '../mock/serve'
import { tenantAt } from './checks-at-hand'
import { selfSigned, serveSockets, serveWeb } from './local-servers'

test.describe.configure({ mode: 'parallel' })

/** Why a run against this tenant cannot begin. */
const problemOf = async (tenant: Tenant): Promise<string> => {
  const error: unknown = await preflight(tenant).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(PreflightProblem)
  const { message } = error as PreflightProblem
  expect(message).not.toContain(tenant.client.secret)
  return message
}

type Paths = Readonly<Record<string, string>>

/** A web server with a few pages: status and body by path. */
const pages =
  (known: Paths, otherwise = '404 nothing'): RequestListener =>
  ({ url = '' }, response) => {
    const [, status = '', body = ''] = /^(\d+) (.*)$/.exec(known[url.split('?')[0] ?? ''] ?? otherwise) ?? []
    response.writeHead(Number(status)).end(body)
  }

const discovery = { '/acs/.well-known/openid-configuration': '200 {"issuer":"https://t.example"}' }
const clients = '/acs/broker/oauth2-clients'
const issuing = { ...discovery, '/acs/token': '200 {"access_token":"a.b.c"}' }

const strangers: readonly (readonly [name: string, answer: RequestListener, says: RegExp])[] = [
  ['shows a page at every address', pages({}, '200 <html>'), /answers 200 and nothing like a token.*TENANT_BASE_URL/],
  ['knows no such address', pages({}, '404 {"error":"Not Found"}'), /answers 404 and nothing like a token/],
  ['sends everybody elsewhere', pages({}, '302 moved'), /answers 302 and nothing like a token/],
  ['is busy', pages({}, '503 down'), /is busy: it answers 503 and asks to wait 1 s.*TENANT_RATE/],
  ['is down behind its gateway', pages({}, '502 down'), /answers 502: a gateway is there.*TENANT_BASE_URL/],
  ['goes by another name', pages({}, '444 '), /answers 444: it goes by another name\. Set TENANT_BASE_URL/],
  ['refuses the credentials with 401', pages({ '/acs/token': '401 {}' }), /refuses the credentials \(401\).*TENANT_CLIENT_ID/],
  ['refuses the credentials with 400', pages({ '/acs/token': '400 {"error":"invalid_client"}' }), /credentials \(400\)/],
  ['does not let the client have tokens', pages({ '/acs/token': '400 {"error":"unauthorized_client"}' }), /credentials \(400\)/],
  ['does not let the client list clients', pages({ ...issuing, [clients]: '403 {}' }), /may not list OAuth 2\.0 clients \(403\).*TENANT_ADMIN.*TENANT_CLIENT_ID/],
] // prettier-ignore

for (const [name, answer, says] of strangers)
  test(`no run begins against a server that ${name}`, async () => {
    const { port, close } = await serveWeb(answer)

    const message = await problemOf(tenantAt(`http://localhost:${port}`))
    await close()

    expect(message).toMatch(says)
  })

const faulty: readonly (readonly [name: string, answer: RequestListener])[] = [
  ['gives no discovery document', pages({ '/acs/token': '200 {"access_token":"a.b.c"}', [clients]: '200 []' })],
  ['gives no token', pages({ ...discovery, '/acs/token': '500 oops' })],
  ['calls the token something else', pages({ ...discovery, '/acs/token': '200 {"token":"a.b.c"}' })],
  ['accepts no media type', pages({ ...issuing, [clients]: '406 {}' })],
]

for (const [name, answer] of faulty)
  test(`the checks judge a tenant that ${name}`, async () => {
    const { port, close } = await serveWeb(answer)

    const facts = await preflight(tenantAt(`http://localhost:${port}`))
    await close()

    expect(facts.baseUrl).toBe(`http://localhost:${port}`)
  })

const roads: readonly (readonly [name: string, scheme: string, answer: (socket: Socket) => void, says: RegExp])[] = [
  ['says nothing', 'http', () => {}, /cannot be reached: no reply came in time.*TENANT_BASE_URL/],
  ['closes the connection', 'http', socket => socket.destroy(), /cannot be reached: the connection was.*host name is not its own/],
  ['does not speak TLS', 'https', socket => socket.end('HTTP/1.1 400 Bad\r\n\r\n'), /does not speak TLS/],
  ['does not speak HTTP', 'http', socket => socket.end('SSH-2.0-x\r\n\r\n'), /does not speak HTTP/],
] // prettier-ignore

for (const [name, scheme, answer, says] of roads)
  test(`no run begins where something ${name}`, async () => {
    const begun = performance.now()
    const { port, close } = await serveSockets(answer)

    const message = await problemOf(tenantAt(`${scheme}://localhost:${port}`))
    await close()

    expect(message).toMatch(says)
    expect(performance.now() - begun).toBeLessThan(12_000)
  })

test('a tenant that answers each request late is given up in time', async () => {
  const begun = performance.now()
  const { port, close } = await serveWeb((...both) => void setTimeout(() => pages(issuing)(...both), 4_500))

  const message = await problemOf(tenantAt(`http://localhost:${port}`))
  await close()

  expect(message).toMatch(/no reply came in time/)
  expect(performance.now() - begun).toBeLessThan(14_000)
})

test('a certificate that is trusted, but for another host, is named as such', async ({}, info) => {
  const pem = await selfSigned()
  const caFile = info.outputPath('ca.pem')
  writeFileSync(caFile, pem.cert)
  const { port, close } = await serveWeb(pages(issuing), pem)

  const trusting = (host: string) => tenantAt(`https://${host}:${port}`, { TENANT_CA_FILE: caFile })
  const message = await problemOf(trusting('127.0.0.1'))
  const facts = await preflight(trusting('localhost'))
  await close()

  expect(message).toMatch(/is not trusted: the certificate is for another host/)
  expect(facts.issuer).toBe('https://t.example')
})

test('the mock passes, and tells its issuer, its clock and the newest media types', async () => {
  const { baseUrl, client, close } = await serve()

  const facts = await preflight(tenantAt(baseUrl, { TENANT_CLIENT_ID: client.id, TENANT_CLIENT_SECRET: client.secret }))
  await close()

  expect(facts).toMatchObject({ baseUrl, generation: 'application/json', issuer: expect.stringContaining(baseUrl) })
  expect(Math.abs(facts.clockOffsetSeconds ?? 99)).toBeLessThan(3)
})

const spoken: readonly (readonly [choice: string, generation: string])[] = [
  ['json-only', 'application/json'],
  ['omnissa-types-only', 'vnd.Omnissa'],
  ['vmware-types-only', 'vnd.vmware'],
]

for (const [choice, generation] of spoken)
  for (const variants of [[choice], [choice, 'accept-disregarded']])
    test(`a run speaks ${generation} with a tenant that is ${variants.join(' and ')}`, async () => {
      const { baseUrl, client, close } = await serve({ variants })
      const settings = { TENANT_CLIENT_ID: client.id, TENANT_CLIENT_SECRET: client.secret, TENANT_WRITES: 'allow' }

      const facts = await preflight(tenantAt(baseUrl, settings))
      await close()

      expect(facts.generation).toBe(generation)
    })

for (const [may, writes, asked] of [
  ['read', '', false],
  ['write', 'allow', true],
] as const)
  // prettier-ignore
  test(`the media types of bodies are asked for where a run may ${may}: ${asked}`, async () => {
    const methods = new Set<string>()
    const { port, close } = await serveWeb((request, response) => {
      methods.add(request.method ?? '')
      pages({ ...issuing, [clients]: '200 []' })(request, response)
    })

    await preflight(tenantAt(`http://localhost:${port}`, { TENANT_WRITES: writes }))
    await close()

    expect(methods.has('PATCH')).toBe(asked)
  })
