import { connect } from 'node:net'
import { expect } from '@playwright/test'
import { clientsPath, draft, test, withMock } from './mock-tenant'
import type { Mock } from './mock-tenant'

/** Sends bytes on a fresh connection and gives back everything that came until it was closed, headers in lower case. */
const exchange = (mock: Mock, ...lines: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(mock.baseUrl).port), '127.0.0.1')
    let received = ''
    socket.setEncoding('utf8').on('data', (text: string) => (received += text))
    socket.on('close', () => resolve(received)).on('error', reject)
    socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  })

const get = 'GET /acs/.well-known/openid-configuration HTTP/1.1'
const close = 'Connection: close'

for (const host of ['localhost', 'LocalHost', 'localhost:443', 'localhost:8443', 'localhost:'])
  test(`Host ${host} is ours`, async ({ mock }) => {
    expect(await exchange(mock, get, `Host: ${host}`, close)).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  })

for (const host of [
  'wrong.example',
  '127.0.0.1',
  '[::1]',
  'localhost.evil.example',
  'evillocalhost',
  'x.localhost',
  'localhos',
])
  test(`Host ${host} is foreign: status 444 and nothing else`, async ({ mock }) => {
    const reply = await exchange(mock, get, `Host: ${host}`, close)

    expect(reply).toMatch(/^HTTP\/1\.1 444 No Response\r\n/)
    expect(reply).toContain('content-length: 0\r\n')
    expect(reply.endsWith('\r\n\r\n')).toBe(true)
  })

test('a foreign Host is silence where the tenant chooses so', async () => {
  await withMock({ variants: ['host-closes-connection'] }, async mock => {
    expect(await exchange(mock, get, 'Host: wrong.example', close)).toBe('')
    expect(await exchange(mock, get, 'Host: localhost', close)).toMatch(/^HTTP\/1\.1 200 /)
  })
})

for (const [name, hosts] of [
  ['no Host', []],
  ['an empty Host', ['Host:']],
  ['two Hosts, the good one first', ['Host: localhost', 'Host: wrong.example']],
  ['two Hosts, the good one last', ['Host: wrong.example', 'Host: localhost']],
] as const)
  test(`${name} is 400`, async ({ mock }) => {
    expect(await exchange(mock, get, ...hosts, close)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  })

test('the authority of an absolute target decides, forwarded names do not', async ({ mock }) => {
  const absolute = (host: string) => get.replace('/acs', `http://${host}/acs`)

  expect(await exchange(mock, absolute('localhost'), 'Host: localhost', close)).toMatch(/^HTTP\/1\.1 200 /)
  expect(await exchange(mock, absolute('wrong.example'), 'Host: localhost', close)).toMatch(/^HTTP\/1\.1 444 /)
  expect(await exchange(mock, get, 'Host: wrong.example', 'X-Forwarded-Host: localhost', close)).toMatch(
    /^HTTP\/1\.1 444 /,
  )
  expect(await exchange(mock, get, 'Host: localhost', 'X-Forwarded-Host: wrong.example', close)).not.toContain(
    'wrong.example',
  )
})

test('a request with a foreign Host changes nothing, and its token does not matter', async ({ mock }) => {
  const body = JSON.stringify(draft({ client_id: 'sent-to-somebody-else' }))
  for (const authorization of [`Bearer ${await mock.token()}`, 'Bearer garbage'])
    expect(
      await exchange(
        mock,
        `POST ${clientsPath} HTTP/1.1`,
        'Host: wrong.example',
        'Content-Type: application/json',
        `Authorization: ${authorization}`,
        `Content-Length: ${body.length}`,
        close,
        '',
        body,
      ),
    ).toMatch(/^HTTP\/1\.1 444 /)

  expect((await mock.call(`GET ${clientsPath}/sent-to-somebody-else`)).status).toBe(404)
})

test('what is no HTTP is 400 in the envelope, and the connection ends', async ({ mock }) => {
  const reply = await exchange(mock, 'GET / HTTP/1.1', 'Host: localhost', 'broken header line')

  expect(reply).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(JSON.parse(reply.split('\r\n\r\n')[1] ?? '')).toMatchObject({ errors: [{ code: 'request.malformed' }] })
})

test('two Authorization lines authenticate nobody', async ({ mock }) => {
  const good = `Authorization: Bearer ${await mock.token()}`
  const list = `GET ${clientsPath} HTTP/1.1`

  expect(await exchange(mock, list, 'Host: localhost', good, close)).toMatch(/^HTTP\/1\.1 200 /)
  expect(await exchange(mock, list, 'Host: localhost', good, 'Authorization: Bearer x', close)).toMatch(
    /^HTTP\/1\.1 401 /,
  )
  expect(await exchange(mock, list, 'Host: localhost', 'Authorization: Bearer x', good, close)).toMatch(
    /^HTTP\/1\.1 401 /,
  )
})

test('a 204 has neither body nor length, and the connection serves the next request', async ({ mock }) => {
  const id = await mock.made()
  const about = ['Host: localhost', `Authorization: Bearer ${await mock.token()}`]
  const reply = await exchange(mock, `DELETE ${clientsPath}/${id} HTTP/1.1`, ...about, '', get, ...about, close)

  const [first = '', second = ''] = reply.split(/(?=HTTP\/1\.1 )/)
  expect(first).toMatch(/^HTTP\/1\.1 204 No Content\r\n/)
  expect(first.toLowerCase()).not.toContain('content-length')
  expect(first.endsWith('\r\n\r\n')).toBe(true)
  expect(second).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
})
