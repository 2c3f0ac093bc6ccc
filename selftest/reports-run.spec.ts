import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { exitStatus } from '../reporters/exit-status'
import type { Conformance } from '../reporters/conformance-json'
import type { Plan } from '../reporters/plan'
import { repository } from '../reporters/surroundings'
import { explainShape } from './conformance-shape'

test.describe.configure({ mode: 'parallel' })

/** Runs the fake checks in a process of their own and reads what the reporters left behind. */
const run = (folder: string, words: readonly string[], trouble = '', baseline = '') => {
  const began = new Date()
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'selftest/fake-run/fake-run.config.ts', ...words],
    {
      cwd: repository,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        RESULTS_DIR: folder,
        FAKE_TROUBLE: trouble,
        FUZZ_SEED: '7',
        CONFORMANCE_BASELINE: baseline,
      },
    },
  )
  // oxlint-disable-next-line no-unnecessary-type-parameters
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  const found = read<Conformance>('conformance.json')
  expect(explainShape(found)).toBe('')
  return {
    said: stdout + stderr, status, found, plan: read<Plan>('plan.json'), exit: exitStatus(folder, began),
    verdictOf: (id: string) => found.requirements.find((one) => one.id === id)?.verdict,
  } // prettier-ignore
}

test('a run without a violated MUST is conformant, a violated SHOULD is a warning and no red test', ({}, info) => {
  const { found, plan, said, exit, status, verdictOf } = run(info.outputPath('r'), ['--grep', '@sound'])

  expect(found).toMatchObject({ verdict: 'conformant', requests: 4, seed: 7 })
  expect(found.counts).toEqual({ pass: 1, fail: 0, warn: 1, deviation: 0, inconclusive: 0, skipped: 1, untested: 444 })
  expect(found.target).toEqual({ kind: 'mock', baseUrl: 'http://127.0.0.1:4711' })
  expect([verdictOf('TOK-001'), verdictOf('TOK-014'), verdictOf('TOK-002')]).toEqual(['pass', 'warn', 'skipped'])
  expect([exit.status, status]).toEqual([0, 0])
  expect(said).toContain('CONFORMANT')
  expect(said).toContain('WARN  TOK-014: expected Pragma: no-cache · received absent')
  expect(said).toContain('SKIPPED  TOK-002: TENANT_WRITES is not allow')
  expect(plan.checks.map(({ requirement, file }) => [requirement, file])).toEqual([
    ['TOK-001', 'selftest/fake-run/checks.ts'],
    ['TOK-014', 'selftest/fake-run/checks.ts'],
    ['TOK-002', 'selftest/fake-run/checks.ts'],
  ])
  expect(plan.untested).toHaveLength(444)
})

test('a violated MUST makes the run non-conformant', ({}, info) => {
  const { found, said, exit, status } = run(info.outputPath('r'), ['--grep', '@sound|@broken'])

  expect(found).toMatchObject({ verdict: 'non-conformant', reason: '1 MUST requirement is violated' })
  expect([exit.status, status]).toEqual([1, 1])
  expect(said).toMatch(/FAIL {2}TOK-005 .*\n.*expected 420 · received 7 .*selftest\/fake-run\/checks\.ts:\d+/)
})

test('a worker that dies leaves its check inconclusive, and the run', ({}, info) => {
  const { found, said, exit, verdictOf } = run(info.outputPath('r'), ['--grep', '@sound|@crash'])

  expect([found.verdict, exit.status]).toEqual(['inconclusive', 2])
  expect([verdictOf('TOK-003'), verdictOf('TOK-001')]).toEqual(['inconclusive', 'pass'])
  expect(said).toContain('INCONCLUSIVE  TOK-003: worker process exited unexpectedly')
})

test('a fault of ours is inconclusive, never a failed requirement', ({}, info) => {
  const { found, verdictOf } = run(info.outputPath('r'), ['--grep', '@fault'])

  expect([found.verdict, found.counts.fail, verdictOf('TOK-004')]).toEqual(['inconclusive', 0, 'inconclusive'])
})

test('a preflight that fails is one message, and blocks every check', ({}, info) => {
  const { found, said, exit, verdictOf } = run(info.outputPath('r'), [], 'preflight')

  expect([found.verdict, found.counts.fail, exit.status]).toEqual(['inconclusive', 0, 2])
  expect(found.counts.inconclusive).toBe(13)
  expect(verdictOf('TOK-005')).toBe('inconclusive')
  expect(found.firstMissing).toMatchObject({ requirement: 'TOK-001' })
  expect(said.match(/refuses the credentials/g)).toHaveLength(1)
  expect(said).toContain('Set TENANT_CLIENT_ID and TENANT_CLIENT_SECRET to a client that exists.')
  expect(said).not.toMatch(/^\s+at /m)
})

test('a global setup that fails is one message and leaves no old verdict', ({}, info) => {
  const folder = info.outputPath('r')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'conformance.json'), '{"verdict":"conformant"}')

  const { found, said, exit } = run(folder, [], 'setup')

  expect([found.verdict, exit.status, found.target]).toEqual(['inconclusive', 2, { kind: 'mock', baseUrl: null }])
  expect(said.match(/TENANT_BASE_URL is not an address/g)).toHaveLength(1)
  expect(said).not.toMatch(/^\s+at /m)
})

test('a tenant that switches between two runs, and one that mixes, is found; the verdict stays', ({}, info) => {
  const [before, after] = [info.outputPath('before'), info.outputPath('after')]
  run(before, ['--grep', '@unit'])

  const switched = run(after, ['--grep', '@otherunit'], '', join(before, 'conformance.json'))
  const mixed = run(info.outputPath('mixed'), ['--grep', '@unit|@otherunit'])
  const same = run(before, ['--grep', '@unit'], '', join(before, 'conformance.json'))

  expect([switched.exit.status, mixed.exit.status]).toEqual([0, 0])
  expect(switched.said).toContain('FINDING  A-16 switched: the time counts milliseconds; in the baseline: seconds')
  expect(mixed.said).toContain(
    'FINDING  A-16 mixed: the time counts milliseconds (in TOK-010) and seconds (in TOK-009)',
  )
  expect([same.found.findings, same.found.baseline?.target.kind]).toEqual([[], 'mock'])
})

test('a baseline that is none keeps the run from its work', ({}, info) => {
  const { found, exit, said } = run(info.outputPath('r'), ['--grep', '@unit'], '', 'nowhere.json')

  expect([found.verdict, exit.status]).toEqual(['inconclusive', 2])
  expect(said.match(/CONFORMANCE_BASELINE is "nowhere\.json", which cannot be read/g)).toHaveLength(1)
})

test('a run that skips everything, and one that selects nothing, are never conformant', ({}, info) => {
  const skipped = run(info.outputPath('a'), ['--grep', '@idle'])
  const empty = run(info.outputPath('b'), ['--grep', '@nobody'])

  expect(skipped.found).toMatchObject({ verdict: 'inconclusive', reason: 'no check was executed: all 1 were skipped' })
  expect([empty.found.verdict, empty.found.counts.untested, empty.exit.status]).toEqual(['inconclusive', 447, 2])
})

test('a run that is interrupted is inconclusive and names the first check without a result', ({}, info) => {
  const { found, exit, said, verdictOf } = run(info.outputPath('r'), ['--grep', '@sound|@interrupt'])

  expect([found.verdict, exit.status, found.counts.fail]).toEqual(['inconclusive', 2, 0])
  expect([verdictOf('TOK-001'), verdictOf('TOK-007'), verdictOf('TOK-008')]).toEqual([
    'pass',
    'inconclusive',
    'inconclusive',
  ])
  expect(found.firstMissing?.requirement).toBe('TOK-008')
  expect(said).toContain('the run was interrupted; first check without a result: TOK-008 comes too late')
})

test('--list writes nothing and takes nothing away', ({}, info) => {
  const folder = info.outputPath('r')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'conformance.json'), '{}')
  const words = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'selftest/fake-run/fake-run.config.ts', '--list']

  const { stdout } = spawnSync(process.execPath, words, {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, RESULTS_DIR: folder },
  })

  expect(stdout).toContain('TOK-001 holds')
  expect(readFileSync(join(folder, 'conformance.json'), 'utf8')).toBe('{}')
  expect(existsSync(join(folder, 'plan.json'))).toBe(false)
})
