import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { renderConsole } from '../reporters/render/console'
import { coloured, uncoloured } from '../reporters/render/paint'
import { repository } from '../reporters/surroundings'
import { baselineOf, counts, shows } from './choices-at-hand'
import { broke, checkOf, concluded, said, sampleCatalogue } from './reports-samples'

const lines =
  'TOK-005 · expires_in is the lifetime in seconds\n  expected  between 390 and 420\n  received  7    POST /acs/token → 200, exchange 2 of 2\n  says      guide#step-2'
const violated = [checkOf('TOK-005', 'a 7-minute client'), said('TOK-005', 'fail', { message: lines })] as const
const holds = [checkOf('CLI-001'), said('CLI-001', 'pass')] as const
const refused = 'the connection was refused'
const credentials =
  'The tenant refuses the credentials (401).\nSet TENANT_CLIENT_ID and TENANT_CLIENT_SECRET to a client that exists.'

const blocked = (root: string) => ({ blockedBy: root, message: `blocked by ${root}: 500` })

const runs = {
  conformant: concluded([holds, [checkOf('TOK-005'), said('TOK-005', 'pass')]]),
  'non-conformant': concluded([
    holds,
    violated,
    [checkOf('TOK-005', 'a 60-minute client'), said('TOK-005', 'fail', { message: lines })],
    [checkOf('TOK-009'), broke('worker process exited unexpectedly (code=3, signal=null)')],
    [checkOf('TOK-014'), said('TOK-014', 'fail', { message: '  expected  no-cache\n  received  absent' })],
    [checkOf('TOK-026'), said('TOK-026', 'skipped', { message: 'TENANT_WRITES is not allow' })],
  ]),
  inconclusive: concluded([
    holds,
    [checkOf('TOK-005'), said('TOK-005', 'inconclusive', { message: refused })],
    [checkOf('TOK-009'), said('TOK-009', 'inconclusive', { message: refused })],
  ]),
  blocked: concluded([[checkOf('TOK-005')], [checkOf('TOK-009')]], {
    problem: `Error: ${credentials}\n    at check (/a/b.ts:1:2)`,
  }),
  roots: concluded([
    [checkOf('TOK-005'), said('TOK-005', 'fail', { message: lines })],
    [checkOf('CLI-001'), said('CLI-001', 'fail', { message: '  expected  201\n  received  500' })],
    [checkOf('TOK-009', 'a'), said('TOK-009', 'inconclusive', blocked('CLI-001'))],
    [checkOf('TOK-009', 'b'), said('TOK-009', 'inconclusive', blocked('CLI-001'))],
    [checkOf('TOK-014'), said('TOK-014', 'inconclusive', blocked('CLI-001'))],
    [checkOf('TOK-026'), said('TOK-026', 'inconclusive', blocked('DIR-001'))],
  ]),
  findings: concluded(
    [
      [checkOf('CLI-001'), said('CLI-001', 'pass', { choices: [counts('seconds'), shows('status line 444')] })],
      [checkOf('TOK-005'), said('TOK-005', 'pass', { choices: [counts('seconds')] })],
      [checkOf('TOK-009'), said('TOK-009', 'pass', { choices: [counts('milliseconds')] })],
    ],
    { baseline: baselineOf(shows('a connection without a byte')) },
  ),
  empty: concluded([]),
}

const files = ['results/conformance.json', 'npm run report makes a page to read and says where it is']

for (const [name, found] of Object.entries(runs))
  test(`console: ${name}`, () => {
    const path = `${repository}/selftest/golden/console-${name}.txt`
    const text = renderConsole(found, sampleCatalogue, files, uncoloured)
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, text)

    expect(text, `differs from ${path}; UPDATE_GOLDEN=1 accepts the new wording`).toBe(readFileSync(path, 'utf8'))
  })

test('colour changes nothing but colour, and text from a tenant brings none', () => {
  const hostile = concluded([
    [checkOf('TOK-005'), said('TOK-005', 'fail', { message: '\u001B[31mred\u001B[0m\u0007\r\u001B]0;x\u0007' })],
  ])
  const bare = renderConsole(hostile, sampleCatalogue, files, uncoloured)
  const bright = renderConsole(hostile, sampleCatalogue, files, coloured)

  expect(bare).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
  expect(bright.replaceAll(/\u001B\[\d+m/g, '')).toBe(bare)
  expect(bright).not.toBe(bare)
})
