import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { checkRecord } from '../harness/check-record'
import { repository } from '../reporters/surroundings'
import { chanceOf } from './faults/chance'
import { accountFaults, falseAccusations, leaks, surprises, type Observed } from './faults/judgements'
import { scenariosOf, type Scenario } from './faults/scenarios'

const run = (args: readonly string[]): Promise<{ status: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', 'selftest/faults.ts', ...args], { cwd: repository })
    let said = ''
    child.stdout.on('data', chunk => (said += String(chunk)))
    child.stderr.on('data', chunk => (said += String(chunk)))
    child.once('error', reject)
    child.once('close', status => resolve({ status, said }))
  })

test('the road is never taken for the tenant: some of npm run test:faults', async () => {
  const some = ['reset-after/one-early', 'redirected/one-in-three', 'dies/from-early-on', 'certificate-expired']

  const { status, said } = await run([...some, 'truncated/one-early', 'corrupted/a-burst'])

  expect(status, said).toBe(0)
  expect(said).toMatch(/0 of 6 scenarios went wrong \(seed 1\)/)
})

test('a name that no scenario has ends the command', async () => {
  const { status, said } = await run(['no-such-trouble'])

  expect(status).toBe(1)
  expect(said).toContain('there is no scenario no-such-trouble')
})

test('there are enough scenarios, each with a name of its own', () => {
  const names = scenariosOf(1).map(({ name }) => name)

  expect(names.length).toBeGreaterThanOrEqual(200)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter(name => name.endsWith('/tls')).length).toBeGreaterThan(80)
  expect(scenariosOf(1, ['stalled']).every(({ kind }) => kind === 'stalled')).toBe(true)
})

test('chance repeats itself for the same name and seed only', () => {
  const some = (name: string, seed: number) => Array.from({ length: 5 }, chanceOf(name, seed)).join(' ')

  expect(some('a', 1)).toBe(some('a', 1))
  expect(some('a', 1)).not.toBe(some('a', 2))
  expect(some('a', 1)).not.toBe(some('b', 1))
})

const [scenario] = scenariosOf(1, ['reset-after']) as readonly [Scenario, ...Scenario[]]
const good: Observed = {
  scenario,
  records: [
    checkRecord('TOK-001', 'pass'),
    checkRecord('TOK-002', 'inconclusive', { message: 'the connection was reset' }),
  ],
  requests: 10,
  hits: 1,
  told: [],
  texts: ['Authorization: Bearer ${token_1}'],
  secrets: new Set(['a-secret-to-keep']),
  events: ['creating client a', 'removed client a', 'creating client b'],
  left: [],
}
const sloppy: Scenario = { ...scenario, recovers: false }
const judge = (change: Partial<Observed>) =>
  [falseAccusations, accountFaults, leaks, surprises].flatMap(each => each({ ...good, ...change }))

const wrongs: readonly (readonly [what: string, change: Partial<Observed>, says: RegExp])[] = [
  ['a requirement that failed', { records: [checkRecord('TOK-001', 'fail', { message: 'expected 200' })] }, /TOK-001 ended as fail: expected 200/],
  ['a harness that stumbled', { records: [checkRecord('TOK-001', 'inconclusive', { message: 'fault of the harness: x' })] }, /fault of the harness/],
  ['something left on a good road', { left: ['b'] }, /b is still there, though the road is good again/],
  ['something left that nobody knows of', { scenario: sloppy, left: ['a'] }, /a is still there, and the journal does not say so/],
  ['a secret', { texts: ['x a-secret-to-keep x'] }, /a secret of 16 characters is shown/],
  ['a secret in Base64', { texts: [Buffer.from('id:a-secret-to-keep').toString('base64')] }, /is shown/],
  ['a redirect that was followed', { told: ['GET /login'] }, /another host was told GET \/login/],
  ['a fault that did not happen', { hits: 0 }, /did not happen to any request/],
  ['requests to nobody knows whom', { scenario: { ...scenario, papers: 'expired' }, requests: 2 }, /2 requests were sent to a host that is not trusted/],
  ['a harmless road on which a check stopped', { scenario: { ...scenario, kind: 'slow-2-s' } }, /TOK-002 was not judged/],
] // prettier-ignore

test('nothing is wrong with what is right', () => {
  expect(judge({})).toEqual([])
  expect(judge({ scenario: sloppy, left: ['b'] })).toEqual([])
})

for (const [what, change, says] of wrongs)
  test(`the matrix sees ${what}`, () => {
    expect(judge(change)).toEqual([expect.stringMatching(says)])
  })

test('each kind of trouble of the list is there', () => {
  const kinds = new Set(scenariosOf(1).map(({ kind }) => kind))
  const page = readFileSync(`${repository}/CONTRIBUTING.md`, 'utf8')

  for (const kind of ['refused', 'reset-in-body', 'stalled', 'half-closed', 'truncated', 'corrupted', 'too-short-a-length',
    'too-long-a-length', '502', '503', '504', '429', '429-in-seconds', '429-by-date', 'slow-2-s', 'trickling-body',
    'endless-body', 'gzip-bomb', 'huge-header', 'redirected', 'certificate-expired', 'certificate-wrong-host', 'dies',
    'comes-back']) expect(kinds, kind).toContain(kind) // prettier-ignore
  expect(page).toContain('npm run test:faults')
})
