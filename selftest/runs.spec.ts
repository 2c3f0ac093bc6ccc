import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Conformance } from '../reporters/conformance-json'
import { serve } from '../mock/serve'
import { clientsOf } from './clients-of'
import { journaled } from './conformance-process'
import { conformance } from './conformance-run'
import { recording } from './recording-proxy'
import { sweeping } from './sigkill/kill-at'

test.setTimeout(180_000)

/** Checks of every area that make, change and remove clients, take tokens and let time pass. */
const some = 'TOK-0[01]|CLI-0[014]|HOST-0|REV-|ROT-|JWT-00'

const verdicts = (found: Conformance | undefined) =>
  Object.fromEntries((found?.requirements ?? []).map(({ id, verdict }) => [id, verdict]))

/** Sweeps while runs are under way: beside their journals, and on another machine, where only names tell of them. */
const sweepDuring = async (
  folders: readonly string[],
  settings: Readonly<Record<string, string>>,
  elsewhere: string,
) => {
  for (const folder of folders) await journaled(folder, 40)
  return Promise.all([...folders, elsewhere].map(RESULTS_DIR => sweeping({ ...settings, RESULTS_DIR })))
}

test('two runs at once disturb each other as little as a sweep, and as many workers as one likes find the same', async ({}, info) => {
  const served = await serve()
  const before = await clientsOf(served)
  const { baseUrl, client } = served
  const direct = { TENANT_BASE_URL: baseUrl, TENANT_CLIENT_ID: client.id, TENANT_CLIENT_SECRET: client.secret }
  const sweeps = sweepDuring(
    [1, 4].map(workers => info.outputPath(`with-${workers}`)),
    { ...direct, TENANT_WRITES: 'allow', CONFORMANCE_TARGET_KIND: 'mock' },
    info.outputPath('elsewhere'),
  )
  const runs = await Promise.all(
    [1, 4].map(async workers => {
      const recorded = await recording(served)
      const folder = info.outputPath(`with-${workers}`)
      const run = await conformance(folder, recorded.settings, [
        '--grep',
        some,
        '--grep-invert',
        '@fuzz',
        `--workers=${workers}`,
      ])
      await recorded.close()
      const planned = statSync(join(folder, 'plan.json'), { throwIfNoEntry: false })?.mtimeMs
      return { ...run, planned, requests: recorded.requests }
    }),
  )
  const swept = await sweeps
  const after = await clientsOf(served)
  await served.close()

  for (const { status, said } of swept) {
    expect(status, said).toBe(0)
    expect(said).toMatch(/let alone {2}\d+ things? of run \S+: it (is under way|began \d+ minutes ago)/)
    expect(said).not.toMatch(/^removed/m)
  }
  for (const { status, said, found, planned, requests } of runs) {
    expect(status, said).toBe(0)
    expect(found?.verdict).toBe('conformant')
    expect(requests.length).toBeGreaterThan(100)
    expect(found?.requests).toBeGreaterThan(100)
    expect(found?.leftBehind).toEqual([])
    expect(planned, 'the plan is written before the first request').toBeLessThanOrEqual((requests[0]?.at ?? 0) + 1)
  }
  expect(verdicts(runs[0]?.found)).toEqual(verdicts(runs[1]?.found))
  expect(after, 'the clients of the tenant').toEqual(before)
})
