import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { isOfRun, runMark } from '../harness/run-mark'
import { candidatesOf } from '../harness/sweep/candidates'
import { journaledRuns } from '../harness/sweep/runs'
import { node } from './node-command'

// Who has seen a run end may say so: a machine that was lost has not closed its journal, and its processes are elsewhere.

const [mine, others] = ['tqzzzz0a1b', runMark()]
const now = new Date().toISOString()
const baseUrl = 'https://tenant.example'

const lost = (folder: string, run: string) => {
  mkdirSync(join(folder, run), { recursive: true })
  const lines = [
    { event: 'opened', pid: 7, host: 'a-machine-that-is-gone', tenant: baseUrl },
    { event: 'creating', kind: 'client', name: `cfh-${run}-w0-1` },
  ].map(line => JSON.stringify({ at: now, run, ...line }))
  writeFileSync(join(folder, run, 'journal.jsonl'), `${lines.join('\n')}\n`)
}

const items = [`${mine}s1`, `${mine}s2`, others].map(run => ({
  kind: 'client' as const,
  id: `cfh-${run}-w0-1`,
  name: `cfh-${run}-w0-1`,
}))

test('a run that is known to be over is swept with its shards, and others are let alone', ({}, info) => {
  const folder = info.outputPath('journals')
  for (const run of [`${mine}s1`, others]) lost(folder, run)
  const asked = { baseUrl, runs: journaledRuns(folder), inventory: { items, unseen: [] } }

  expect(candidatesOf(asked).found.map(({ run }) => run)).toEqual([])
  expect(
    candidatesOf({ ...asked, over: mine })
      .found.map(({ run, by }) => `${run} ${by}`)
      .toSorted(),
  ).toEqual([`${mine}s1 journal`, `${mine}s2 name`])
  expect(candidatesOf({ ...asked, over: mine }).spared.map(({ run }) => run)).toEqual([others])
})

for (const [mark, isOne] of [
  [mine, true],
  [`${mine}s1`, true],
  [`${mine}s12`, true],
  [`${mine}ls`, true],
  [`${mine}lcs2`, true],
  [`${mine}s`, false],
  [`${mine}l`, false],
  [`${mine}1`, false],
  [`x${mine}`, false],
] as const)
  test(`${mark} is ${isOne ? '' : 'not '}of run ${mine}`, () => {
    expect(isOfRun(mark, mine)).toBe(isOne)
  })

for (const words of [['--over'], ['--over', ''], ['--over', '.*'], ['--everything'], ['all']])
  test(`sweep ${words.join(' ')} is refused with the usage`, () => {
    const { status, stderr } = node(['--require', 'tsx/cjs', 'harness/sweep/main.ts', ...words], {})

    expect(status).toBe(2)
    expect(stderr).toBe('usage: npm run sweep -- [--all] [--over MARK]\n')
  })
