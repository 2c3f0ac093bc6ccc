import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { expect, test } from '@playwright/test'
import { repository } from '../reporters/surroundings'

interface Run {
  /** The lines it printed until it was ready, as settings. */
  readonly ready: Promise<Readonly<Record<string, string>>>
  /** Exit status (null when a signal ended it) and what went to standard error. */
  readonly ended: Promise<{ status: number | null; complaint: string }>
  readonly interrupt: () => void
}

const running = new Set<ChildProcess>()

test.afterEach(() => running.forEach(child => child.kill('SIGKILL')))

const run = (...flags: readonly string[]): Run => {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', 'mock/main.ts', ...flags], { cwd: repository })
  running.add(child)
  child.once('close', () => running.delete(child))
  let printed = ''
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const ready = new Promise<Readonly<Record<string, string>>>(resolve =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (!printed.includes('CONFORMANCE_MOCK_CONTROL=')) return
      resolve(
        Object.fromEntries(
          printed
            .trim()
            .split('\n')
            .map(line => line.split(/=(.*)/s).slice(0, 2)),
        ),
      )
    }),
  )
  const ended = new Promise<{ status: number | null; complaint: string }>(resolve =>
    child.on('close', status => resolve({ status, complaint })),
  )
  return { ready, ended, interrupt: () => void child.kill('SIGINT') }
}

const issuerOverTls = (baseUrl: string, ca: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const address = new URL('/acs/.well-known/openid-configuration', baseUrl)
    request(
      {
        host: '127.0.0.1',
        servername: address.hostname,
        port: address.port,
        path: address.pathname,
        ca,
        headers: { host: address.host },
      },
      response => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part))
        response.on('end', () => resolve((JSON.parse(text) as { issuer: string }).issuer))
      },
    )
      .on('error', reject)
      .end()
  })

test('alone it prints settings, answers, and stops cleanly', async () => {
  const { ready, ended, interrupt } = run()
  const settings = await ready

  expect(Object.keys(settings)).toEqual([
    'TENANT_BASE_URL',
    'TENANT_CLIENT_ID',
    'TENANT_CLIENT_SECRET',
    'TENANT_WRITES',
    'CONFORMANCE_MOCK_CONTROL',
  ])
  const credentials = Buffer.from(`${settings.TENANT_CLIENT_ID}:${settings.TENANT_CLIENT_SECRET}`).toString('base64')
  const reply = await fetch(`${settings.TENANT_BASE_URL}/acs/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  expect(reply.status).toBe(200)

  interrupt()
  expect(await ended).toEqual({ status: 0, complaint: '' })
})

test('with --tls it presents a certificate that the printed file vouches for, and removes the file', async () => {
  const { ready, ended, interrupt } = run('--tls')
  const { TENANT_BASE_URL: baseUrl = '', TENANT_CA_FILE: file = '' } = await ready

  expect(await issuerOverTls(baseUrl, readFileSync(file, 'utf8'))).toBe(`${baseUrl}/acs`)
  expect(baseUrl).toMatch(/^https:\/\/localhost:\d+$/)

  interrupt()
  expect((await ended).status).toBe(0)
  expect(existsSync(file)).toBe(false)
})

test('--port takes the port it is given', async () => {
  const first = run()
  const { TENANT_BASE_URL: taken = '' } = await first.ready
  const second = run('--port', new URL(taken).port)
  const { status, complaint } = await second.ended

  expect(status).toBe(2)
  expect(complaint).toContain('EADDRINUSE')

  first.interrupt()
  expect((await first.ended).status).toBe(0)
})

test('--defect and --variant serve another tenant', async () => {
  const { ready, ended, interrupt } = run(
    '--defect',
    'token-type-missing',
    '--variant',
    'json-only',
    '--variant',
    'connection-close',
  )
  const { TENANT_BASE_URL: baseUrl } = await ready

  const reply = await fetch(`${baseUrl}/acs/jwks`)
  expect(reply.headers.get('connection')).toBe('close')

  interrupt()
  expect((await ended).status).toBe(0)
})

for (const [flags, words] of [
  [['--prot', '1'], '--prot'],
  [['--port', 'http'], '--port takes a number'],
  [['--defect', 'nonsense'], 'There is no defect "nonsense". Known are:'],
  [['--variant', 'nonsense'], 'There is no variant "nonsense". Known are:'],
  [['surplus'], 'surplus'],
] as const)
  test(`${flags.join(' ')} ends with one message and status 2`, async () => {
    const { status, complaint } = await run(...flags).ended

    expect(status).toBe(2)
    expect(complaint).toContain(words)
    expect(complaint).toContain('usage: npm run mock')
    expect(complaint).not.toContain('    at ')
  })
