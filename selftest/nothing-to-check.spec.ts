import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { repository } from '../reporters/surroundings'

/** Longer than the longest start of a run; one that waits for its tenant for ever is killed. */
const patience = 30_000

test('a filter that matches nothing ends the run at once, inconclusive and with the reason', async () => {
  const results = mkdtempSync(join(tmpdir(), 'nothing-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'harness/conformance.ts', 'no-such-suite'], {
    cwd: repository,
    env: { PATH: process.env.PATH, RESULTS_DIR: results },
    timeout: patience,
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  const [status] = (await once(child, 'close')) as [number | null]
  const { verdict } = JSON.parse(readFileSync(join(results, 'conformance.json'), 'utf8')) as { verdict: string }
  rmSync(results, { recursive: true })

  expect({ status, verdict }).toEqual({ status: 2, verdict: 'inconclusive' })
  expect(said).toContain('No tests found')
})
