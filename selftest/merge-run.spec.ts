import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve } from '../mock/serve'
import type { Conformance } from '../reporters/conformance-json'
import { explainShape } from './conformance-shape'
import { conformance, verdictIn } from './conformance-run'
import { node } from './node-command'

test.setTimeout(180_000)

/** Checks of several files that take seconds; the tenant's fault is noticed by TOK-005. */
const some = ['--grep', 'TOK-00[1-8]|CLI-00[12]|REV-00[12]|HOST-001', '--grep-invert', '@slow|@fuzz', '--workers', '1']

const verdicts = (found: Conformance | undefined) =>
  Object.fromEntries((found?.requirements ?? []).map(({ id, verdict }) => [id, verdict]))

const titles = (found: Conformance | undefined) =>
  (found?.requirements ?? []).map(({ id, checks }) => [
    id,
    checks.map(({ title, status }) => `${status} ${title}`).sort(),
  ])

/** Does what `npm run merge` or another reader of results does. */
const command = (main: string, words: readonly string[], folder: string) => {
  const { status, stdout, stderr } = node(['--require', 'tsx/cjs', `reporters/${main}.ts`, ...words], {
    RESULTS_DIR: folder,
  })
  return { status, said: stdout + stderr }
}

test('four shards at once, merged, give the same verdicts as one run, to every command', async ({}, info) => {
  const served = await serve({ defect: 'ttl-taken-for-seconds' })
  const settings = {
    TENANT_BASE_URL: served.baseUrl,
    TENANT_CLIENT_ID: served.client.id,
    TENANT_CLIENT_SECRET: served.client.secret,
    CONFORMANCE_TARGET_KIND: 'mock',
    CONFORMANCE_MOCK_CONTROL: served.controlUrl,
    FUZZ_SEED: '7',
  }
  const whole = await conformance(info.outputPath('whole'), settings, some)
  const shards = await Promise.all(
    [1, 2, 3, 4].map(async shard => {
      const folder = info.outputPath(`shard-${shard}`)
      const run = await conformance(folder, { ...settings, CONFORMANCE_RUN: '1736' }, [...some, `--shard=${shard}/4`])
      return { ...run, folder }
    }),
  )
  await served.close()
  const out = info.outputPath('merged')
  const merging = command('merge/main', shards.map(({ folder }) => folder), out) // prettier-ignore
  const merged = verdictIn(out)

  expect(shards.map(({ found }) => [found?.run, found?.shard?.current, found?.seed])).toEqual(
    [1, 2, 3, 4].map(shard => ['1736', shard, 6 + shard]),
  )
  expect(shards.filter(({ found }) => (found?.requests ?? 0) > 0).length, 'shards that have work').toBeGreaterThan(2)
  expect(merging.status, merging.said).toBe(0)
  expect(merging.said).toContain('NON-CONFORMANT  1 MUST requirement is violated')
  expect(explainShape(merged)).toBe('')
  expect([merged?.verdict, merged?.reason]).toEqual([whole.found?.verdict, whole.found?.reason])
  expect(verdicts(merged)).toEqual(verdicts(whole.found))
  expect(verdicts(merged)['TOK-005']).toBe('fail')
  expect(titles(merged)).toEqual(titles(whole.found))
  expect([merged?.counts, merged?.choices]).toEqual([whole.found?.counts, whole.found?.choices])
  expect(merged).toMatchObject({ leftBehind: [], secretScan: { state: 'clean' } })

  const compared = command('compare/main', [info.outputPath('whole'), out], out)
  // Four runs at once are slow, and how long replies take is a trait: it alone may differ.
  const nothing = 'No requirement, no choice and no trait differs.'
  const findings = compared.said.split('\n').filter(line => line.trim() !== '' && !/^[AB]  /.test(line))
  const but = findings.join('\n').replace(/^How it answers \(\d\)(\n +(now|before) +replies take .*)+$/, nothing)
  expect([compared.status, but]).toEqual([0, nothing])
  const formats = command('formats/main', [], out)
  expect([formats.status, formats.said]).toEqual([0, expect.stringContaining('junit.xml')])
  const gate = command('gate/main', ['--policy', 'smoke', '--shards', '4'], out)
  expect([gate.status, gate.said]).toEqual([1, expect.stringContaining('levels')])
  expect(gate.said).not.toContain('  shards:')
  expect(command('merge/main', [shards[0]?.folder ?? '', '--out', join(out, 'b')], out).said).toContain(
    'shard 2, 3, 4 of 4 is missing',
  )
})
