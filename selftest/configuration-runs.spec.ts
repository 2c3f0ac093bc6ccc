import { writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { expect, test } from '@playwright/test'
import { serve } from '../mock/serve'
import { conformance, type Run } from './conformance-run'
import { closedPort, selfSigned, serveSockets, serveWeb } from './local-servers'

test.describe.configure({ mode: 'parallel' })

const secret = 'hush-hush-4711-very-secret'
const credentials = { TENANT_CLIENT_ID: 'an-id', TENANT_CLIENT_SECRET: secret }

/** The run gave up with one message; nothing was held against the tenant. */
const gaveUp = ({ status, said, milliseconds, found }: Run, message: RegExp) => {
  expect(status, said).toBe(2)
  expect(said.match(new RegExp(message, 'g')), said).toHaveLength(1)
  expect(said).not.toMatch(/^\s+at /m)
  expect(said).not.toContain(secret)
  expect(milliseconds).toBeLessThan(15_000)
  expect(found?.verdict ?? 'inconclusive').toBe('inconclusive')
  expect(found?.counts.fail ?? 0).toBe(0)
}

test('a setting that cannot be used ends the run before any request', async ({}, info) => {
  let connections = 0
  const { port, close } = await serveSockets(socket => {
    connections++
    socket.destroy()
  })

  const run = await conformance(info.outputPath('r'), {
    ...credentials,
    TENANT_BASE_URL: `http://127.0.0.1:${port}`,
    TENANT_WRITES: 'yes',
  })
  await close()

  gaveUp(run, /TENANT_WRITES is "yes"\. Put allow there/)
  expect(connections).toBe(0)
  expect(run.said.trim().split('\n')).toHaveLength(1)
  expect(run.found).toBeUndefined()
})

test('a port where nobody listens', async ({}, info) => {
  const run = await conformance(info.outputPath('r'), {
    ...credentials,
    TENANT_BASE_URL: `http://127.0.0.1:${await closedPort()}`,
  })

  gaveUp(run, /cannot be reached: the connection was refused.*the setting is TENANT_BASE_URL/)
  expect(run.found).toMatchObject({ verdict: 'inconclusive', requests: 0 })
})

test('a certificate nobody trusts', async ({}, info) => {
  const { port, close } = await serveWeb((_, response) => response.end('{}'), await selfSigned())

  const run = await conformance(info.outputPath('r'), { ...credentials, TENANT_BASE_URL: `https://localhost:${port}` })
  await close()

  gaveUp(run, /is not trusted: the certificate is self-signed and not trusted\. Set TENANT_CA_FILE/)
})

test('a certificate that is trusted, but for another host', async ({}, info) => {
  const pem = await selfSigned()
  const caFile = info.outputPath('ca.pem')
  writeFileSync(caFile, pem.cert)
  const { port, close } = await serveWeb((_, response) => response.end('{}'), pem)

  const run = await conformance(info.outputPath('r'), {
    ...credentials,
    TENANT_BASE_URL: `https://127.0.0.1:${port}`,
    TENANT_CA_FILE: caFile,
  })
  await close()

  gaveUp(run, /the certificate is for another host/)
})

test('credentials that are refused', async ({}, info) => {
  const { baseUrl, close } = await serve()

  const run = await conformance(info.outputPath('r'), { ...credentials, TENANT_BASE_URL: baseUrl })
  await close()

  gaveUp(run, /refuses the credentials \(401\)\. Correct TENANT_CLIENT_ID and TENANT_CLIENT_SECRET/)
})

const strangers: readonly (readonly [name: string, answer: RequestListener])[] = [
  ['answers every address with a page', (_, response) => response.setHeader('content-type', 'text/html').end('<html>')],
  ['knows no such address', (_, response) => response.writeHead(404).end('{"error":"Not Found"}')],
  ['sends everybody elsewhere', (_, response) => response.writeHead(301, { location: 'https://t.example/' }).end()],
  ['is down behind its gateway', (_, response) => response.writeHead(503).end('down')],
]

for (const [name, answer] of strangers)
  test(`a web server that is no tenant and ${name}`, async ({}, info) => {
    const { port, close } = await serveWeb(answer)

    const run = await conformance(info.outputPath('r'), { ...credentials, TENANT_BASE_URL: `http://127.0.0.1:${port}` })
    await close()

    gaveUp(run, /answers \d+ and nothing like a token: that is no tenant\. Correct TENANT_BASE_URL/)
  })

const mute: readonly (readonly [name: string, tls: boolean, says: RegExp])[] = [
  ['accepts connections and says nothing', false, /cannot be reached: no reply came in time/],
  ['does not speak TLS', true, /cannot be reached: what answers there does not speak TLS/],
]

for (const [name, tls, says] of mute)
  test(`something that ${name}`, async ({}, info) => {
    const { port, close } = await serveSockets(socket => void (tls && socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))

    const run = await conformance(info.outputPath('r'), {
      ...credentials,
      TENANT_BASE_URL: `${tls ? 'https' : 'http'}://localhost:${port}`,
    })
    await close()

    gaveUp(run, says)
  })
