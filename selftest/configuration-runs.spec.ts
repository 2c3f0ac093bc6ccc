import { expect, test } from '@playwright/test'
import { serve } from '../mock/serve'
import { pageHead } from '../reporters/render/page'
import type { Conformance } from '../reporters/conformance-json'
import { conformance, type Run } from './conformance-run'
import { explainShape } from './conformance-shape'
import { closedPort, selfSigned, serveSockets, serveWeb } from './local-servers'

test.describe.configure({ mode: 'parallel' })

const secret = 'hush-hush-4711-very-secret'
const credentials = { TENANT_CLIENT_ID: 'an-id', TENANT_CLIENT_SECRET: secret }

/** The run gave up with one message; nothing was held against the tenant. */
const gaveUp = ({ status, said, found }: Run, message: RegExp) => {
  expect(status, said).toBe(2)
  expect(said.match(new RegExp(message, 'g')) ?? [], said).toHaveLength(1)
  expect(said).not.toMatch(/^\s+at /m)
  expect(said).not.toContain(secret)
  expect(found).toMatchObject({ verdict: 'inconclusive', requests: 0 })
  expect(found?.counts).toMatchObject({ fail: 0, warn: 0, pass: 0 })
  expect(found?.durationMs).toBeLessThan(15_000)
}

test('a setting that cannot be used ends the run before any request', async ({}, info) => {
  let connections = 0
  const { port, close } = await serveSockets(socket => {
    connections++
    socket.destroy()
  })
  const settings = { ...credentials, TENANT_BASE_URL: `http://127.0.0.1:${port}`, TENANT_WRITES: 'yes' }

  const { status, said, found } = await conformance(info.outputPath('r'), settings)
  await close()

  expect([status, connections, found]).toEqual([2, 0, undefined])
  expect(said.trim()).toBe(
    'The run cannot begin: TENANT_WRITES is "yes". Put allow there to let the run change the tenant, or remove it to only read.',
  )
})

test('a baseline that cannot be read ends the run before any request', async ({}, info) => {
  const { status, said, found } = await conformance(info.outputPath('r'), { CONFORMANCE_BASELINE: 'nowhere.json' })

  expect([status, found]).toEqual([2, undefined])
  expect(said.trim()).toBe(
    'The run cannot begin: CONFORMANCE_BASELINE is "nowhere.json", which cannot be read. Put the path of a conformance.json that an earlier run has written there, or remove it.',
  )
})

test('a port where nobody listens', async ({}, info) => {
  const baseUrl = `http://127.0.0.1:${await closedPort()}`

  const run = await conformance(info.outputPath('r'), { ...credentials, TENANT_BASE_URL: baseUrl })

  gaveUp(run, /cannot be reached: the connection was refused.*the setting is TENANT_BASE_URL/)
})

test('a certificate nobody trusts', async ({}, info) => {
  const { port, close } = await serveWeb((_, response) => response.end('{}'), await selfSigned())

  const run = await conformance(info.outputPath('r'), { ...credentials, TENANT_BASE_URL: `https://localhost:${port}` })
  await close()

  gaveUp(
    run,
    /is not trusted: the certificate is self-signed and not trusted\. It was issued by localhost\. Set TENANT_CA_FILE/,
  )
})

test('credentials that are refused', async ({}, info) => {
  const { baseUrl, close } = await serve()

  const run = await conformance(info.outputPath('r'), { ...credentials, TENANT_BASE_URL: baseUrl })
  await close()

  gaveUp(run, /refuses the credentials \(401\)\. Correct TENANT_CLIENT_ID and TENANT_CLIENT_SECRET/)
})

test('what the preflight saw is at the top of every report', async ({}, info) => {
  const { baseUrl, client, close } = await serve()
  const settings = { TENANT_BASE_URL: baseUrl, TENANT_CLIENT_ID: client.id, TENANT_CLIENT_SECRET: client.secret }

  const { status, said, found } = await conformance(info.outputPath('r'), settings, ['--grep', 'OIDC-001'])
  await close()

  expect(status, said).toBe(0)
  expect(found?.preflight).toContainEqual({ step: 'foreign host', observed: 'status 444' })
  expect(said.trimStart()).toMatch(
    /^settings +only reads as bootstrap, at most 10 requests\/s, 6 at once\n {2}name +localhost/,
  )
  expect(said).toMatch(/\n {2}media types +application\/json\n {2}addressing +by client_id[\s\S]*\nCONFORMANT/)
  expect(said).not.toContain(client.secret)
  expect(explainShape(found)).toBe('')
  expect(pageHead(found as Conformance)).toContain('<li>foreign host: status 444</li>')
})

test('a web server that is no tenant', async ({}, info) => {
  const { port, close } = await serveWeb((_, response) => response.end('<html>'))

  const run = await conformance(info.outputPath('r'), { ...credentials, TENANT_BASE_URL: `http://127.0.0.1:${port}` })
  await close()

  gaveUp(run, /answers 200 and nothing like a token: that is no tenant\. Correct TENANT_BASE_URL/)
})
