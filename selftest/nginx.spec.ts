import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { repository } from '../reporters/surroundings'
import type { HostArea } from './nginx/host-area'
import { nginxVersion } from './nginx/nginx'

// The real thing in front of the mock: what the guide calls 444 is a line of an nginx configuration.

test.describe.configure({ mode: 'default' })

let areas: readonly HostArea[] = []

const runAll = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const command = ['--require', 'tsx/cjs', 'selftest/nginx/host-area.ts']
    const child = spawn(process.execPath, command, { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', chunk => (said += String(chunk)))
    child.once('error', reject)
    child.once('close', status => (status === 0 ? resolve(said) : reject(new Error(`ended with ${status}`))))
  })

test.beforeAll(async () => {
  const isThere = nginxVersion() !== undefined
  const missing = 'nginx is missing: install it (Debian: apt-get install nginx), it needs no configuration'
  if (!isThere && process.env.CI) throw new Error(missing)
  test.skip(!isThere, missing)
  areas = JSON.parse(await runAll()) as readonly HostArea[]
})

/** What the mock alone says otherwise, because nginx answers before it does. */
const said = [
  'A-32: no response shows as a connection without a byte',
  'HOST-008: a request with no Host line is refused with 400',
  'HOST-008: a request with an empty Host is refused with 400',
  'HOST-008: a request with a right and a foreign Host is refused with 400',
  'HOST-008: a request with a foreign and a right Host is refused with 400',
]

for (const [name, offered] of [
  ['plain', undefined],
  ['plain, connections kept', undefined],
  ['TLS', 'http/1.1'],
  ['TLS with HTTP/2', 'h2'],
] as const)
  test.describe(`nginx in front, ${name}`, () => {
    const area = () => areas.find(each => each.name === name)

    test('the HOST area is right', () => {
      const records = area()?.records ?? []

      expect(records.length).toBeGreaterThan(15)
      expect(records.filter(({ status }) => status !== 'pass')).toEqual([])
      for (const note of said) expect(records.flatMap(({ notes }) => notes)).toContain(note)
    })

    test('every request is HTTP/1.1, whatever else is offered', () => {
      expect(area()?.chosen).toBe(offered)
      const protocols = (area()?.log ?? []).filter(({ status }) => status !== 400).map(({ protocol }) => protocol)

      expect(new Set(protocols)).toEqual(new Set(['HTTP/1.1']))
    })

    test('connections are used more than once', () => {
      expect(Math.max(...(area()?.log ?? []).map(({ number }) => number))).toBeGreaterThan(2)
    })

    test('a foreign Host gets no response on a used connection either', () => {
      expect(area()?.onUsedConnection).toBe('')
    })
  })
