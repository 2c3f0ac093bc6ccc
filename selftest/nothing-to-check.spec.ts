import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { node } from './node-command'

/** Longer than the longest start of a run, in milliseconds; one that waits for its tenant for ever is killed. */
const patience = 30_000

test('a filter that matches nothing ends the run at once, inconclusive and with the reason', ({}, info) => {
  const settings = { RESULTS_DIR: info.outputPath('results') }
  const { status, stdout } = node(
    ['--require', 'tsx/cjs', 'harness/conformance.ts', 'no-such-suite'],
    settings,
    patience,
  )
  const written = readFileSync(info.outputPath('results/conformance.json'), 'utf8')
  const { verdict } = JSON.parse(written) as { verdict: string }

  expect({ status, verdict }).toEqual({ status: 2, verdict: 'inconclusive' })
  expect(stdout).toContain('No tests found')
})

test('a command that comes to no status ends with 2, not with the 0 of a process that has nothing left to do', () => {
  const { status } = node(
    ['--require', 'tsx/cjs', '--eval', "require('./harness/end-with').endWith(new Promise(() => {}))"],
    {},
  )

  expect(status).toBe(2)
})
