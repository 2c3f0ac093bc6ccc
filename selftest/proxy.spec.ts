import { connect as connectTo, type Socket } from 'node:net'
import { expect, test } from '@playwright/test'
import { endCheck, startCheck } from '../harness/check'
import { examine } from '../harness/preflight/preflight'
import { prober } from '../harness/probe/probe'
import { outgoing } from '../harness/request'
import { readDiscovery } from '../harness/requests'
import { roadTo } from '../harness/road'
import { serve } from '../mock/serve'
import { rememberedLedger, tenantAt } from './checks-at-hand'
import { serveSockets, serveWeb } from './local-servers'
import { certificateFor, fileWith } from './wrong-settings/certificates'

const host = 'acme-test.example'

/** A proxy that leads everybody to a port of this machine, and remembers what it was asked for. */
const proxyTo = async (port: number) => {
  const asked: string[] = []
  const lead = (socket: Socket, head: string) => {
    asked.push(head)
    const behind = connectTo({ host: '127.0.0.1', port }, () => {
      socket.write('HTTP/1.1 200 Connection established\r\nVia: 1.1 here\r\n\r\n')
      socket.pipe(behind).pipe(socket)
    })
    behind.on('error', () => socket.destroy())
    socket.on('close', () => behind.destroy())
  }
  const local = await serveSockets(socket => void socket.once('data', chunk => lead(socket, String(chunk))))
  return { ...local, asked }
}

test('through a proxy the tenant is asked as without: preflight, requests and the wire probe', async () => {
  const pem = await certificateFor(host)
  const served = await serve({ fqdn: host, tls: pem })
  const { port } = new URL(served.baseUrl)
  const proxy = await proxyTo(Number(port))
  const tenant = tenantAt(served.baseUrl, {
    TENANT_CLIENT_ID: served.client.id, TENANT_CLIENT_SECRET: served.client.secret,
    TENANT_CA_FILE: fileWith('proxied.pem', pem.cert), HTTPS_PROXY: `http://ada:s%3Acret@127.0.0.1:${proxy.port}`,
  }) // prettier-ignore
  startCheck('HOST-001', 'through a proxy')
  const probe = prober(tenant, rememberedLedger(tenant).another())

  const { problem, steps } = await examine(tenant)
  const own = await probe(readDiscovery())
  const foreign = await probe({ ...readDiscovery(), host: 'foreign.example' })
  endCheck()
  await proxy.close()
  await served.close()

  expect(problem).toBeUndefined()
  expect(steps.map(({ step, observed }) => `${step}: ${observed}`)).toEqual(
    expect.arrayContaining([
      `way: through the proxy 127.0.0.1:${proxy.port} of HTTPS_PROXY`,
      expect.stringMatching(/^TLS: TLSv1\.3, a certificate for acme-test\.example/),
      'foreign host: status 444',
    ]),
  )
  expect([own.status, foreign.status]).toEqual([200, 444])
  const credentials = Buffer.from('ada:s:cret').toString('base64')
  expect(proxy.asked[0]).toBe(
    `CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\nProxy-Authorization: Basic ${credentials}\r\n\r\n`,
  )
})

test('headers arrive through a proxy as they were sent, twice where they were sent twice', async () => {
  const pem = await certificateFor(host)
  let raw: readonly string[] = []
  const server = await serveWeb((message, response) => {
    raw = message.rawHeaders
    response.end('{}')
  }, pem)
  const proxy = await proxyTo(server.port)
  const connection = roadTo(
    tenantAt(`https://${host}`, {
      TENANT_CA_FILE: fileWith('twice.pem', pem.cert),
      HTTPS_PROXY: `127.0.0.1:${proxy.port}`,
    }),
  )

  await connection.transmit(outgoing({ line: 'GET /a', headers: { 'X-Own': ['a', 'b'] } }))
  await connection.close()
  await proxy.close()
  await server.close()

  expect(raw).toEqual(['host', host, 'connection', 'keep-alive', 'X-Own', 'a', 'X-Own', 'b'])
})
