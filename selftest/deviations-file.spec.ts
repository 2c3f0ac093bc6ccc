import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Conformance } from '../reporters/conformance-json'
import { loadDeviations } from '../reporters/deviations/load'
import { readDeviations } from '../reporters/deviations/read'
import { repository } from '../reporters/surroundings'
import { node } from './node-command'

test.describe.configure({ mode: 'parallel' })

const entry = (change: Readonly<Record<string, string | undefined>> = {}) => {
  const members = {
    requirement: 'TOK-005', check: 'a 7-minute client', signature: '0123-4567-89ab', tenant: "'*.example.com'", reason: 'known',
    link: 'https://tickets.example/1', owner: 'identity team', expires: '2026-12-31', ...change,
  } // prettier-ignore
  const lines = Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return `- ${lines.join('\n  ')}\n`
}

const read = (text: string) => readDeviations(text, 'deviations.yaml', id => id !== 'TOK-999')

test('a list of entries is read, with the lines they stand in', () => {
  const entries = read(`# known\n${entry()}\n${entry({ requirement: 'CLI-001', check: "'*'" })}`)

  expect(entries.map(({ requirement, check, expires, line }) => [requirement, check, expires, line])).toEqual([
    ['TOK-005', 'a 7-minute client', '2026-12-31', 2],
    ['CLI-001', '*', '2026-12-31', 11],
  ])
  for (const empty of ['', '# none\n', '[]\n', '---\n']) expect(read(empty)).toEqual([])
})

const slips: readonly (readonly [text: string, message: string | RegExp])[] = [
  [entry({ owner: undefined }), 'line 1: entry 1, owner is missing: put who answers for it'],
  [
    entry() + entry({ link: undefined }),
    'line 9: entry 2, link is missing: put the address of the ticket, https://… there',
  ],
  [entry({ expire: '2026-12-31' }), /line 9: entry 1, expire is no member; known are requirement, check, signature, /],
  [entry({ expires: '31.12.2026' }), 'line 8: entry 1, expires is "31.12.2026": put the last day on which it counts'],
  [entry({ expires: '2026-02-30' }), 'line 8: entry 1, expires is "2026-02-30"'],
  [entry({ expires: '' }), 'line 8: entry 1, expires is empty'],
  [
    entry({ signature: '0123x' }),
    'line 3: entry 1, signature is "0123x": put the signature of the failure as a run prints it',
  ],
  [entry({ signature: '1234' }), 'line 3: entry 1, signature is 1234'],
  [
    entry({ tenant: 'https://acme.example.com' }),
    'line 4: entry 1, tenant is "https://acme.example.com": put a host name',
  ],
  [entry({ requirement: 'tok-5' }), 'line 1: entry 1, requirement is "tok-5"'],
  [entry({ requirement: 'TOK-999' }), 'line 1: entry 1, requirement TOK-999 is not in specs/'],
  [entry({ reason: '"  "' }), 'line 5: entry 1, reason is "  "'],
  [entry({ link: 'JIRA-5' }), 'line 6: entry 1, link is "JIRA-5"'],
  [entry() + entry(), 'line 9: entry 2, says the same as entry 1: remove one of them'],
  ['deviations:\n  - requirement: TOK-005\n', 'line 1: is no list of entries'],
  [`${entry()}- TOK-009\n`, 'line 9: entry 2, is no entry'],
  [entry({ check: '[' }), /line \d+: is no YAML: /],
  [entry({ owner: 'a\n  owner: b' }), /line 8: is no YAML: Map keys must be unique/],
]

for (const [text, message] of slips)
  test(`a slip is named by line and member: ${String(message)}`, () => {
    const said = (() => {
      try {
        return `${read(text).length} entries`
      } catch (error) {
        return (error as Error).message
      }
    })()

    expect(said).toMatch(/^deviations\.yaml, line \d+: /)
    expect(said).toMatch(
      typeof message === 'string' ? new RegExp(message.replaceAll(/[.*+?()[\]/]/g, String.raw`\$&`)) : message,
    )
  })

test('without a file there are no deviations; a file that somebody names has to be there', ({}, info) => {
  const nowhere = info.outputPath('nowhere.yaml')

  expect(loadDeviations(nowhere, false)).toEqual([])
  expect(() => loadDeviations(nowhere, true)).toThrow(
    /^CONFORMANCE_DEVIATIONS is ".*nowhere\.yaml", which cannot be read/,
  )
  expect(() => loadDeviations(repository, false)).toThrow(/which cannot be read/)
})

/** Runs the fake checks in a process of their own, with this deviations.yaml. */
const run = (folder: string, grep: string, yaml?: string) => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'deviations.yaml')
  if (yaml !== undefined) writeFileSync(file, yaml)
  const words = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    'selftest/fake-run/fake-run.config.ts',
    '--grep',
    grep,
  ]
  const { stdout, stderr, status } = node(words, {
    RESULTS_DIR: folder,
    ...(yaml !== undefined && { CONFORMANCE_DEVIATIONS: file }),
  })
  const found = JSON.parse(readFileSync(join(folder, 'conformance.json'), 'utf8')) as Conformance
  const toAccept = join(folder, 'deviations-to-accept.yaml')
  return {
    said: stdout + stderr,
    status,
    found,
    toAccept: existsSync(toAccept) ? readFileSync(toAccept, 'utf8') : undefined,
  }
}

test('a run prints entries, takes them back filled in, and asks for them to be removed when they are gone', ({}, info) => {
  const first = run(info.outputPath('first'), '@sound|@broken')
  const entries = first.toAccept ?? ''
  const filled = entries
    .replace('reason: ""', 'reason: known')
    .replace('link: ""', 'link: https://t.example/1')
    .replace('owner: ""', 'owner: us')
  const accepted = run(info.outputPath('accepted'), '@sound|@broken', filled)
  const gone = run(
    info.outputPath('gone'),
    '@sound',
    filled.replace('TOK-005', 'TOK-001').replace('is violated', 'holds'),
  )
  const wrong = run(info.outputPath('wrong'), '@sound', entries)

  expect(first.said).toContain('- requirement: TOK-005\n  check: is violated\n  signature: ')
  expect(first.found.requirements.find(({ id }) => id === 'TOK-005')?.checks[0]?.signature).toMatch(/^[0-9a-f-]{14}$/)
  expect([accepted.status, accepted.found.counts.deviation, accepted.toAccept]).toEqual([0, 1, undefined])
  expect([gone.status, gone.found.verdict, gone.found.counts.fail]).toEqual([1, 'non-conformant', 0])
  expect(gone.said).toMatch(
    /NON-CONFORMANT {2}1 accepted deviation is not seen any more: remove TOK-001 in line 2 from deviations\.yaml/,
  )
  expect([wrong.status, wrong.found.verdict]).toEqual([1, 'inconclusive'])
  expect(wrong.said).toMatch(
    /deviations\.yaml, line 6: entry 1, reason is empty: put why the failure is accepted, in words there/,
  )
})
