import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { gateMarkdown, gateText } from '../reporters/gate/render'
import { decide } from '../reporters/gate/decide'
import { uncoloured } from '../reporters/render/paint'
import type { Result } from '../reporters/result'
import { checkOf, ending, fateOf, greenResult, situationOf, withRequirement } from './gate-samples'
import { node } from './node-command'

test.describe.configure({ mode: 'parallel' })

/** The gate as it is called, on results that are minutes old. */
const gate = (folder: string, words: readonly string[], result?: Result) => {
  mkdirSync(folder, { recursive: true })
  if (result) writeFileSync(join(folder, 'conformance.json'), JSON.stringify(result))
  const { status, stdout, stderr } = node(['--require', 'tsx/cjs', 'reporters/gate/main.ts', ...words], {
    RESULTS_DIR: folder,
  })
  const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined)
  return {
    status,
    said: stdout + stderr,
    json: JSON.parse(read('gate.json') ?? 'null') as unknown,
    md: read('gate.md'),
  }
}

const fresh: Result = { ...greenResult, startedAt: new Date(Date.now() - 900_000).toISOString() }

test('go, no-go and cannot tell have an exit status each, and are written down', ({}, info) => {
  const go = gate(info.outputPath('a'), ['--policy', 'smoke'], fresh)
  const noGo = gate(info.outputPath('b'), ['--policy', 'smoke'], ending(fresh, 'fail', ['TOK-005'], { message: 'x' }))
  const unsure = gate(info.outputPath('c'), ['--policy', 'smoke'], { ...fresh, startedAt: '2026-01-01T00:00:00.000Z' })

  expect([go, noGo, unsure].map(({ status, json }) => [status, (json as { answer: string }).answer])).toEqual([
    [0, 'go'],
    [1, 'no-go'],
    [2, 'cannot tell'],
  ])
  expect([go, noGo, unsure].map(({ md }) => md?.split('\n')[0])).toEqual([
    '## ✅ go',
    '## ⛔ no-go',
    '## ❓ cannot tell',
  ])
  expect(noGo.said).toMatch(/NO-GO {2}levels: 1 MUST requirement violated\n +TOK-005\n/)
})

test('a release is held against its baseline, tenant and commit', ({}, info) => {
  const folder = info.outputPath('r')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'before.json')
  writeFileSync(path, JSON.stringify({ ...greenResult, startedAt: '2026-01-01T00:00:00.000Z' }))
  const asked = [
    '--policy',
    'release',
    '--target',
    greenResult.target.baseUrl ?? '',
    '--commit',
    greenResult.commit ?? '',
  ]

  expect(gate(folder, [...asked, '--baseline', path], fresh).said).toContain('GO  no objections')
  expect(gate(folder, asked).said).toContain('there is no baseline')
  expect(gate(folder, [...asked, '--baseline', join(folder, 'gone.json')]).said).toContain(
    'baseline: there is no result in',
  )
})

const misuses: readonly (readonly [words: readonly string[], text: RegExp])[] = [
  [[], /--policy is "": choose one of smoke, nightly, release/],
  [['--policy', 'lenient'], /--policy is "lenient"/],
  [['--polcy', 'smoke'], /Unknown option '--polcy'/],
  [['--policy', 'smoke', '--shards', 'all'], /--shards is "all"/],
]

for (const [words, text] of misuses)
  test(`asked wrongly, the gate cannot tell, and leaves no earlier answer: ${words.join(' ')}`, ({}, info) => {
    const folder = info.outputPath('r')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'gate.json'), '{"answer":"go"}')
    const { status, said, json } = gate(folder, words, fresh)

    expect([status, json]).toEqual([2, null])
    expect(said).toMatch(text)
    expect(said.trim().split('\n')).toHaveLength(1)
  })

test('results that are none are refused by name', ({}, info) => {
  const folder = info.outputPath('r')
  mkdirSync(folder, { recursive: true })
  const files = {
    'text.json': 'x',
    'other.json': '{"format":1}',
    'later.json': JSON.stringify({ ...fresh, format: 2 }),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { said, status } = gate(folder, ['--policy', 'smoke', ...Object.keys(files).map(name => join(folder, name))])

  expect(status).toBe(2)
  for (const name of Object.keys(files)) expect(said).toMatch(new RegExp(`${name} is no conformance\\.json: `))
})

const hostile = 'a | b <img src=x onerror=1> @team `x` [y](https://evil.example)\n# z'

test('no text of a result steers a terminal or a comment', () => {
  const result = { ...withRequirement(greenResult, 'TOK-005', { checks: [checkOf('TOK-005', hostile, { exchanges: 0 })] }),
    deviations: [fateOf('TOK-009', { reason: hostile, owner: '\u001B[31mred' })] } // prettier-ignore
  const situation = situationOf('release', [ending(result, 'deviation', ['TOK-009'])])
  const [decision, occasion] = [decide(situation), { policy: 'release', now: situation.now, situation }]
  const [markdown, text] = [gateMarkdown(decision, occasion), gateText(decision, occasion, uncoloured)]

  expect(markdown).not.toMatch(/<img|@team|\]\(https|^# |\u001B/m)
  expect(text).not.toMatch(/\u001B|^# /m)
  const rows = markdown.split('\n').filter(line => line.startsWith('| '))
  for (const row of rows) expect([3, 5]).toContain(row.replaceAll('\\|', '').match(/\|/g)?.length)
})
