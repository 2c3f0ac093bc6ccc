import { expect, test } from '@playwright/test'
import { decide } from '../reporters/gate/decide'
import type { Answer, Situation } from '../reporters/gate/situation'
import type { Result } from '../reporters/result'
import { requirement, requirementIds, unchecked, type RequirementId } from '../specs'
import {
  acme, bareResult, checkOf, earlier, ending, fateOf, greenResult, sha, shardOf, situationOf, withRequirement,
} from './gate-samples' // prettier-ignore

const checked = requirementIds.filter(id => !Object.hasOwn(unchecked, id))
const should = checked.find(id => requirement(id).level === 'SHOULD') ?? 'TOK-014'
const four = [1, 2, 3, 4].map(current => shardOf(greenResult, current, 4))
const tokens = checked.filter(id => id.startsWith('TOK-'))
const must: RequirementId = 'TOK-005'

const of = (change: Partial<Result>) => [{ ...greenResult, ...change }]
const checks = (id: RequirementId, ...list: ReturnType<typeof checkOf>[]) =>
  withRequirement(greenResult, id, { checks: list })
const without = (...members: readonly (keyof Result)[]) => [
  Object.fromEntries(Object.entries(greenResult).filter(([name]) => !members.includes(name as keyof Result))),
]
const failed = ending(greenResult, 'fail', [must], { message: 'expected 420, received 7' })
const isRed = ({ requirements }: Result) => requirements.some(({ verdict }) => verdict === 'fail')
/** Three of four: the one with the violation, and two others. */
const failedShards = [1, 2, 3, 4]
  .map(current => shardOf({ ...failed, verdict: 'non-conformant' }, current, 4))
  .toSorted((a, b) => Number(isRed(b)) - Number(isRed(a)))
  .slice(0, 3)
const accepted = { ...ending(greenResult, 'deviation', [must], { message: 'x' }), deviations: [fateOf(must)] }
const release = (results?: readonly unknown[], rest?: Parameters<typeof situationOf>[2]) =>
  situationOf('release', results, rest)
const unclear = (count: number, rest: Partial<Result> = {}): Result => ({
  ...ending(greenResult, 'inconclusive', tokens.slice(0, count)),
  verdict: 'inconclusive',
  reason: `${count} could not be judged`,
  ...rest,
})
const before = (change: (result: Result) => Result) => ({ before: change(earlier) })
const waited = ['measured: the change showed after 1.2 s']

// what the gate is asked → its answer, the rule that objects first
const situations: readonly (readonly [name: string, situation: Situation, answer: Answer, rule?: string])[] = [
  // honest greens
  ['a whole green run, for a release', release(), 'go'],
  ['the same, every night', situationOf('nightly'), 'go'],
  ['the same, as a smoke test', situationOf('smoke', undefined, { before: null, wanted: {} }), 'go'],
  ['a selection on the mock, as a smoke test', situationOf('smoke', [{ ...ending(bareResult, 'untested', checked.filter(id => !id.startsWith('TOK-'))), target: { kind: 'mock', baseUrl: 'http://localhost:1' } }], { before: null, wanted: {} }), 'go'],
  ['four shards of one run', release(four), 'go'],
  ['four shards in another order, as many as expected', release(four.toReversed(), { wanted: { target: acme, commit: sha, shards: 4 } }), 'go'],
  ['an accepted deviation', release([accepted]), 'go'],
  ['a violated SHOULD', release([ending(greenResult, 'warn', [should], { message: 'expected a, received b' })]), 'go'],
  ['something tolerated and odd', release([ending(greenResult, 'warn', [must], { warnings: ['odd'] })]), 'go'],
  ['a commit by its short name', release(undefined, { wanted: { target: acme, commit: sha.slice(0, 9) } }), 'go'],
  ['the address with a slash behind it', release(undefined, { wanted: { target: `${acme}/`, commit: sha } }), 'go'],
  ['some requirements skipped, every night', situationOf('nightly', [ending(greenResult, 'skipped', tokens.slice(0, 3), { message: 'read-only' })], { before: null }), 'go'],
  ['some could not be judged, every night', situationOf('nightly', [unclear(3)], { before: null }), 'go'],
  ['more requests and checks than in the baseline', release([checks(must, checkOf(must, '', { exchanges: 9 }), checkOf(must, 'more'))]), 'go'],
  ['fewer requests of a property, within the tolerance', release([checks(must, checkOf(must, '', { property: true, exchanges: 80 }))], before(one => withRequirement(one, must, { checks: [checkOf(must, '', { property: true, exchanges: 120 })] }))), 'go'],
  ['fewer requests of a check that had to wait in the baseline', release(undefined, before(one => withRequirement(one, must, { checks: [checkOf(must, '', { exchanges: 40, notes: waited })] }))), 'go'],
  ['fewer requests for what several checks share', release([checks(must, checkOf(must, '', { exchanges: 4, prepared: 0 }))]), 'go'],
  ['a check with another title than in the baseline', release(undefined, before(one => withRequirement(one, must, { checks: [checkOf(must, 'reworded since')] }))), 'go'],
  ['a requirement more than in the baseline', release(undefined, before(one => ending(one, 'untested', [must]))), 'go'],
  // evidence that speaks against a release
  ['a violated MUST', release([{ ...failed, verdict: 'non-conformant', reason: '1 violated' }]), 'no-go', 'levels'],
  ['a violated MUST in a shard, and another shard missing', release(failedShards), 'no-go', 'levels'],
  ['a violated MUST, and the age of the baseline does not help', release([{ ...failed, verdict: 'non-conformant' }], { before: null }), 'no-go', 'levels'],
  ['an expired deviation', release([{ ...failed, verdict: 'non-conformant', deviations: [fateOf(must, { state: 'expired', expires: '2026-02-01' })] }]), 'no-go', 'levels'],
  ['a deviation that has expired since the run', release([{ ...accepted, deviations: [fateOf(must, { expires: '2026-03-01' })] }]), 'no-go', 'deviations'],
  ['an expired deviation whose check did not run', release(of({ deviations: [fateOf(must, { state: 'not run', expires: '2026-02-01' })] })), 'no-go', 'deviations'],
  ['a deviation that is not seen any more', release(of({ verdict: 'non-conformant', deviations: [fateOf(must, { state: 'not seen' })] })), 'no-go', 'deviations'],
  ['more deviations than allowed', release([{ ...ending(greenResult, 'deviation', checked.slice(0, 11)), deviations: checked.slice(0, 11).map(id => fateOf(id)) }]), 'no-go', 'deviations'],
  ['an object left behind', release(of({ leftBehind: [{ kind: 'client', name: 'cfh-1' }] })), 'no-go', 'left behind'],
  ['a secret in what was written', release(of({ secretScan: { state: 'found', files: 9, found: ['results/x.txt'] } })), 'no-go', 'secrets'],
  ['a secret, in a smoke test as well', situationOf('smoke', of({ secretScan: { state: 'found' } })), 'no-go', 'secrets'],
  ['a non-conformant run that does not say why', release(of({ verdict: 'non-conformant' })), 'no-go', 'levels'],
  // greens that are none: about something else
  ['no results', release([]), 'cannot tell', 'results'],
  ['a file that cannot be read', release([], { unreadable: ['there is no result in results'] }), 'cannot tell', 'results'],
  ['a file that cannot be read beside a green one', release(undefined, { unreadable: ['b is no conformance.json'] }), 'cannot tell', 'results'],
  ['results of the mock', release(of({ target: { kind: 'mock', baseUrl: acme } })), 'cannot tell', 'target'],
  ['results of another tenant', release(of({ target: { kind: 'tenant', baseUrl: 'https://other.example.com' } })), 'cannot tell', 'target'],
  ['a violated MUST of another tenant', release([{ ...failed, target: { kind: 'tenant', baseUrl: 'https://other.example.com' } }]), 'cannot tell', 'target'],
  ['a tenant whose address was never known', release(of({ target: { kind: 'tenant', baseUrl: null } })), 'cannot tell', 'target'],
  ['nobody says which tenant', release(undefined, { wanted: { commit: sha } }), 'cannot tell', 'target'],
  ['results of another commit', release(of({ commit: 'a'.repeat(40) })), 'cannot tell', 'commit'],
  ['results that know no commit', release(without('commit')), 'cannot tell', 'commit'],
  ['nobody says which commit', release(undefined, { wanted: { target: acme } }), 'cannot tell', 'commit'],
  ['a commit of three letters', release(undefined, { wanted: { target: acme, commit: sha.slice(0, 3) } }), 'cannot tell', 'commit'],
  ['results of last week', release(of({ startedAt: '2026-02-23T11:00:00.000Z' })), 'cannot tell', 'age'],
  ['results of tomorrow', release(of({ startedAt: '2026-03-03T11:00:00.000Z' })), 'cannot tell', 'age'],
  // greens that are none: not whole
  ['a missing shard', release(four.slice(0, 3)), 'cannot tell', 'shards'],
  ['one shard of four, with nothing to compare with', situationOf('nightly', four.slice(0, 1), { before: null }), 'cannot tell', 'shards'],
  ['a doubled shard in place of another', release([four[0], four[1], four[2], four[2]]), 'cannot tell', 'shards'],
  ['shards of another number than expected', release(four, { wanted: { target: acme, commit: sha, shards: 6 } }), 'cannot tell', 'shards'],
  ['no shards where some are expected', release(undefined, { wanted: { target: acme, commit: sha, shards: 2 } }), 'cannot tell', 'shards'],
  ['shards of two runs', release([{ ...four[0], run: 'a' }, ...four.slice(1).map(one => ({ ...one, run: 'b' }))]), 'cannot tell', 'shards'],
  ['shards of two versions of the harness', release([{ ...four[0], harness: { version: '9' } }, ...four.slice(1)]), 'cannot tell', 'shards'],
  ['a whole run beside shards', release([...four, greenResult]), 'cannot tell', 'shards'],
  ['an interrupted run', release(of({ verdict: 'inconclusive', reason: 'interrupted', ended: 'interrupted' })), 'cannot tell', 'run'],
  ['an interrupted run that calls itself conformant', release(of({ ended: 'interrupted' })), 'cannot tell', 'run'],
  ['a run that took too long', release(of({ ended: 'timedout' })), 'cannot tell', 'run'],
  ['a run with a problem', release(of({ problem: 'the tenant refuses the credentials' })), 'cannot tell', 'run'],
  ['a planned check without a result', release(of({ firstMissing: { id: 'x', requirement: must, title: 'TOK-005', file: 'a', line: 1 } })), 'cannot tell', 'run'],
  ['an inconclusive run without anything inconclusive', situationOf('nightly', of({ verdict: 'inconclusive', reason: 'no check was executed' })), 'cannot tell', 'run'],
  ['requirements that could not be judged', release([unclear(1)]), 'cannot tell', 'run'],
  ['too many that could not be judged, every night', situationOf('nightly', [unclear(6)], { before: null }), 'cannot tell', 'run'],
  ['nothing judged at all', situationOf('smoke', [ending(bareResult, 'untested', checked)], { before: null, wanted: {} }), 'cannot tell', 'run'],
  ['everything skipped', release([ending(greenResult, 'skipped', checked, { message: 'read-only' })]), 'cannot tell', 'run'],
  ['too many skipped', release([ending(greenResult, 'skipped', checked.slice(0, 21), { message: 'read-only' })]), 'cannot tell', 'areas'],
  ['an area that was left out', situationOf('nightly', [ending(greenResult, 'skipped', checked.filter(id => id.startsWith('HOST-')), { message: 'off' })], { before: null }), 'cannot tell', 'areas'],
  ['a requirement with a check that was not run', release([ending(greenResult, 'untested', [must])], { before: null, policy: { ...release().policy, baseline: false, areas: {} } }), 'cannot tell', 'allowed'],
  ['a smoke test without the token endpoint', situationOf('smoke', [ending(greenResult, 'untested', tokens)], { before: null }), 'cannot tell', 'areas'],
  // greens that are none: they contradict themselves
  ['conformant, with a violated MUST', release([failed]), 'no-go', 'levels'],
  ['a pass without a check', release([withRequirement(greenResult, must, { checks: [] })]), 'cannot tell', 'believable'],
  ['a pass whose check was skipped', release([checks(must, checkOf(must, '', { status: 'skipped' }))]), 'cannot tell', 'believable'],
  ['a pass over a check that failed', release([checks(must, checkOf(must, '', { status: 'fail' }))]), 'no-go', 'levels'],
  ['a pass without a request', release([checks(must, checkOf(must, '', { exchanges: 0 }))]), 'cannot tell', 'believable'],
  ['a pass without an expectation', release([checks(must, checkOf(must, '', { expectations: 0 }))]), 'cannot tell', 'believable'],
  ['counts that are not those of the list', release(of({ counts: { pass: 1, fail: 0, warn: 0, deviation: 0, inconclusive: 0, skipped: 0, untested: 0 } })), 'cannot tell', 'believable'],
  ['a requirement that is there twice', release(of({ requirements: [...greenResult.requirements, ...greenResult.requirements.slice(0, 1)] })), 'cannot tell', 'believable'],
  ['a requirement that is not there', release(of({ requirements: greenResult.requirements.slice(1) })), 'cannot tell', 'catalogue'],
  ['a requirement nobody knows', release(of({ requirements: [...greenResult.requirements, { id: 'TOK-999', level: 'MUST', verdict: 'untested', checks: [] }] })), 'cannot tell', 'catalogue'],
  ['a deviation without an entry', release([ending(greenResult, 'deviation', [must])]), 'cannot tell', 'believable'],
  ['checks that do not agree with themselves', release([checks(must, checkOf(must, '', { flaky: true }))]), 'cannot tell', 'flaky'],
  // greens that are none: proofs that are missing
  ['nobody has searched for secrets', release(without('secretScan')), 'cannot tell', 'secrets'],
  ['the search for secrets failed', release(of({ secretScan: { state: 'failed' } })), 'cannot tell', 'secrets'],
  ['nobody has counted what was left', release(without('leftBehind')), 'cannot tell', 'left behind'],
  ['one of four shards was not searched', release([{ ...shardOf(bareResult, 1, 4), commit: sha, leftBehind: [] }, ...four.slice(1)]), 'cannot tell', 'secrets'],
  // greens that are none: they ask less than before
  ['no baseline', release(undefined, { before: null }), 'cannot tell', 'baseline'],
  ['a baseline that cannot be read', release(undefined, { before: null, unreadable: ['baseline: x is no JSON'] }), 'cannot tell', 'results'],
  ['the result as its own baseline', release(undefined, { before: greenResult }), 'cannot tell', 'baseline'],
  ['a baseline of the mock', release(undefined, before(one => ({ ...one, target: { kind: 'mock', baseUrl: null } }))), 'cannot tell', 'baseline'],
  ['a baseline that is younger', release(undefined, before(one => ({ ...one, startedAt: '2026-03-02T11:30:00.000Z' }))), 'cannot tell', 'baseline'],
  ['a baseline that judged nothing', release(undefined, before(one => ending(one, 'untested', checked))), 'cannot tell', 'baseline'],
  ['a requirement judged before and skipped now', situationOf('nightly', [ending(greenResult, 'skipped', [must], { message: 'off' })]), 'cannot tell', 'baseline'],
  ['as many requirements as before, but others', situationOf('smoke', [ending(greenResult, 'untested', ['CLI-001'])], before(one => ending(one, 'untested', ['CLI-002']))), 'cannot tell', 'baseline'],
  ['a check less than before', release(undefined, before(one => withRequirement(one, must, { checks: [checkOf(must), checkOf(must, 'another')] }))), 'cannot tell', 'baseline'],
  ['a check that is skipped now, beside one that passes', release([checks(must, checkOf(must), checkOf(must, 'b', { status: 'skipped' }))], before(one => withRequirement(one, must, { checks: [checkOf(must), checkOf(must, 'b')] }))), 'cannot tell', 'baseline'],
  ['a request less than before', release([checks(must, checkOf(must, '', { exchanges: 5 }))]), 'cannot tell', 'baseline'],
  ['an expectation less than before', release([checks(must, checkOf(must, '', { expectations: 2 }))]), 'cannot tell', 'baseline'],
  ['an expectation less in a check that waited', release([checks(must, checkOf(must, '', { expectations: 2 }))], before(one => withRequirement(one, must, { checks: [checkOf(must, '', { notes: waited })] }))), 'cannot tell', 'baseline'],
  ['a property with a tenth of its cases', release([checks(must, checkOf(must, '', { property: true, expectations: 16 }))], before(one => withRequirement(one, must, { checks: [checkOf(must, '', { property: true, expectations: 161 })] }))), 'cannot tell', 'baseline'],
] // prettier-ignore

for (const [name, situation, answer, rule] of situations)
  test(`gate: ${name}: ${answer}`, () => {
    const decision = decide(situation)

    expect(decision.objections.map(one => `${one.rule}: ${one.text}`).join('\n')).toMatch(
      rule === undefined ? /^$/ : new RegExp(`^${rule}:`),
    )
    expect(decision.answer).toBe(answer)
  })

test('every rule of the gate objects in some situation, and at least forty are recorded', () => {
  const rules = new Set(situations.flatMap(([, situation]) => decide(situation).objections.map(one => one.rule)))

  expect([...rules].toSorted()).toEqual([
    'age', 'allowed', 'areas', 'baseline', 'believable', 'catalogue', 'commit', 'deviations', 'flaky', 'left behind', 'levels',
    'results', 'run', 'secrets', 'shards', 'target',
  ]) // prettier-ignore
  expect(situations.length).toBeGreaterThanOrEqual(40)
  expect(new Set(situations.map(([name]) => name)).size).toBe(situations.length)
})
