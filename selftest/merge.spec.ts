import { expect, test } from '@playwright/test'
import * as fc from 'fast-check'
import { incompleteness, lanes } from '../reporters/shards'
import { lanes as lanesOfRuns } from '../harness/part'
import type { Conformance } from '../reporters/conformance-json'
import type { PlacedDeviation } from '../reporters/deviations/deviation'
import { signatureOf } from '../reporters/deviations/signature'
import { merge } from '../reporters/merge/merge'
import { resultFrom } from '../reporters/result'
import { renderConsole } from '../reporters/render/console'
import { uncoloured } from '../reporters/render/paint'
import { divided, lined, ofOneRun, partOf } from './merge-samples'
import { broke, checkOf, concluded, said, sampleCatalogue, type Seen } from './reports-samples'

type Options = Parameters<typeof concluded>[1]

const message = '  expected  420\n  received  7'
const unit = (answer: string) => ({ choices: [{ ambiguity: 'A-16', question: 'the time counts', answer }] })
const trait = (text: string) => ({ traits: [text] })
const holds = (id: string, twist = '', rest = {}): Seen => [checkOf(id, twist), said(id, 'pass', rest)]
const fails = (id: string, twist = ''): Seen => [checkOf(id, twist), said(id, 'fail', { message })]

const entry = (requirement: string, check: string): PlacedDeviation => ({
  requirement, check, signature: signatureOf(message, '127.0.0.1'), tenant: '*', reason: 'rounded', line: 3,
  link: 'https://tickets.example/1', owner: 'identity team', expires: '2026-01-31',
}) // prettier-ignore

const baseline = {
  startedAt: '2026-01-01T00:00:00.000Z',
  target: { kind: 'mock', baseUrl: 'http://127.0.0.1:1' },
  choices: [
    { ambiguity: 'A-16', title: '', question: 'the time counts', answers: [{ answer: 'minutes', checks: [] }] },
  ],
} as const

// what a run has seen, whatever shard sees what
const runs: readonly (readonly [name: string, seen: readonly Seen[], options?: Options])[] = [
  ['all is well', [holds('TOK-005', 'a'), holds('TOK-005', 'b'), holds('TOK-009'), holds('CLI-001')]],
  ['a violation, a warning and a skipped check', [fails('TOK-005', 'a'), holds('TOK-005', 'b'), fails('TOK-014'), [checkOf('TOK-009', 'c'), said('TOK-009', 'skipped', { message: 'off' })], holds('TOK-009')]],
  ['a check without a result', [holds('TOK-005', 'a'), [checkOf('TOK-005', 'b')], holds('CLI-001'), [checkOf('CLI-001', 'c')]]],
  ['a check that broke', [holds('TOK-005', 'a'), [checkOf('TOK-009'), broke('the worker died')], holds('CLI-001')]],
  ['a root that keeps others from beginning', [fails('CLI-001'), ...['TOK-005', 'TOK-009', 'TOK-014'].map((id): Seen => [checkOf(id), said(id, 'inconclusive', { message: 'blocked', blockedBy: 'CLI-001' })])]],
  ['choices that mix, and traits', [holds('TOK-005', 'a', unit('seconds')), holds('TOK-009', '', unit('milliseconds')), holds('CLI-001', 'b', trait('chunked')), holds('CLI-001', 'c', trait('chunked'))]],
  ['a choice that has switched', [holds('TOK-005', 'a', unit('seconds')), holds('TOK-009', '', unit('seconds'))], { baseline }],
  ['a choice that has partly switched', [holds('TOK-005', 'a', unit('seconds')), holds('TOK-009', '', unit('minutes'))], { baseline }],
  ['an accepted failure', [fails('TOK-005', 'a'), holds('TOK-005', 'b'), holds('CLI-001')], { known: [entry('TOK-005', 'a')] }],
  ['a failure that is accepted wherever it is', [holds('TOK-005', 'a'), fails('TOK-005', 'b'), holds('TOK-009')], { known: [entry('TOK-005', '*')] }],
  ['an accepted failure that is gone', [holds('TOK-005', 'a'), holds('TOK-005', 'b'), holds('CLI-001')], { known: [entry('TOK-005', '*'), entry('CLI-001', '')] }],
  ['an interrupted run', [holds('TOK-005'), [checkOf('TOK-009')], holds('CLI-001')], { ended: 'interrupted' }],
  ['nothing that could be judged', [[checkOf('TOK-005'), said('TOK-005', 'skipped', { message: 'off' })]]],
] // prettier-ignore

const told = ({ verdict, reason, counts, requests, ended, ...found }: Conformance) => ({
  verdict, reason, counts, requests, ended, firstMissing: found.firstMissing, deviations: found.deviations, roots: found.roots,
  choices: found.choices, traits: found.traits, findings: found.findings, baseline: found.baseline,
  requirements: found.requirements, operations: found.operations, fingerprint: found.fingerprint,
}) // prettier-ignore

for (const [name, seen, options = {}] of runs)
  test(`however the checks are shared out, merged they say what one run says: ${name}`, () => {
    const checks = lined(seen)
    const whole = told(concluded(checks, options))
    const owners = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: checks.length, maxLength: checks.length })

    fc.assert(
      fc.property(owners, fc.constantFrom(1, -1), (of, way) => {
        const shards = divided(checks, of, 4, options).toSorted((a, b) => way * a.path.localeCompare(b.path))
        expect(told(merge(shards, sampleCatalogue).result)).toEqual(whole)
      }),
      { numRuns: 60, seed: 1 },
    )
  })

const two = divided(lined([holds('TOK-005'), holds('CLI-001')]), [1, 2], 2)
const [one, other] = two
const changed = (change: Partial<Conformance> & Record<string, unknown>, which = one) =>
  which ? [{ ...which, result: { ...which.result, ...change } as typeof which.result }] : []
const mergedOf = (...shards: Parameters<typeof merge>[0]) => merge(shards, sampleCatalogue).result

test('a merged result tells of its shards, when the first began, and how long it took until the last had ended', () => {
  const result = mergedOf(
    ...changed({ startedAt: '2026-01-02T03:00:00.000Z', durationMs: 60_000, seed: 7 }),
    ...changed({ startedAt: '2026-01-02T03:05:00.000Z', durationMs: 90_000, seed: 8 }, other),
  )

  expect(result).toMatchObject({ ...ofOneRun, shard: null, startedAt: '2026-01-02T03:00:00.000Z', durationMs: 390_000 })
  expect(result.seed).toBeUndefined()
  expect(result.merged?.shards).toEqual([
    { current: 1, total: 2, startedAt: '2026-01-02T03:00:00.000Z', durationMs: 60_000, seed: 7, requests: 2 },
    { current: 2, total: 2, startedAt: '2026-01-02T03:05:00.000Z', durationMs: 90_000, seed: 8, requests: 2 },
  ])
  expect(renderConsole(result, sampleCatalogue, [], uncoloured)).toContain('  shards    2, of seeds 7, 8\n')
  expect(resultFrom(JSON.parse(JSON.stringify(result)), 'it').merged).toEqual(result.merged)
})

test('one shard that was cut off or had a problem leaves the whole inconclusive', () => {
  const cut = mergedOf(...changed({ ended: 'interrupted' }), ...changed({}, other))
  const stuck = mergedOf(...changed({}), ...changed({ problem: 'the tenant refuses the credentials\nmore' }, other))

  expect([cut.verdict, cut.reason, cut.ended]).toEqual(['inconclusive', 'the run was interrupted', 'interrupted'])
  expect([stuck.verdict, stuck.reason]).toEqual(['inconclusive', 'shard 2 of 2: the tenant refuses the credentials'])
})

test('what one shard does not know of leftovers and secrets, the whole does not know', () => {
  const [left, clean] = [[{ kind: 'client', name: 'cfh-1', reason: '409' }], { state: 'clean', files: 3 }]
  const of = (first: object, second: object) => {
    const { leftBehind, secretScan, verdict } = mergedOf(...changed({ ...first }), ...changed({ ...second }, other))
    return [leftBehind, secretScan?.state, verdict]
  }

  expect(of({ leftBehind: [], secretScan: clean }, { leftBehind: [], secretScan: clean })).toEqual([
    [],
    'clean',
    'conformant',
  ])
  expect(of({ leftBehind: [], secretScan: clean }, {})).toEqual([undefined, undefined, 'conformant'])
  expect(of({ leftBehind: left }, {})).toEqual([left, undefined, 'inconclusive'])
  expect(of({ secretScan: { state: 'failed' } }, { secretScan: clean })).toEqual([undefined, 'failed', 'conformant'])
  expect(of({}, { secretScan: { state: 'found', found: ['a.txt'] } })).toEqual([undefined, 'found', 'conformant'])
})

test('a preflight is told once, with what other shards had to remark', () => {
  const clock = (observed: string, remark?: string) => ({ step: 'clock', observed, ...(remark && { remark }) })
  const { preflight } = mergedOf(
    ...changed({ preflight: [clock('0.1 s ahead')] }),
    ...changed({ preflight: [clock('40 s ahead', 'set the clock')] }, other),
  )

  expect(preflight).toEqual([clock('0.1 s ahead'), clock('40 s ahead', 'set the clock')])
})

test('a slow lane and the shards of the other one make up a run', () => {
  expect(lanes).toEqual(lanesOfRuns)
  const [slow, first, second] = [
    partOf(lined([holds('TOK-009')]), { lane: 'slow', seed: 1_007 }),
    partOf(lined([holds('TOK-005')]), { lane: 'checks', shard: { current: 1, total: 2 } }),
    partOf([], { lane: 'checks', shard: { current: 2, total: 2 } }),
  ] as const
  const parts = [slow, first, second].map(({ result }) => result)

  expect(incompleteness(parts)).toBeUndefined()
  expect(mergedOf(slow, first, second).merged?.shards.map(({ lane, current }) => [lane, current])).toEqual([
    ['slow', 1],
    ['checks', 1],
    ['checks', 2],
  ])
})
