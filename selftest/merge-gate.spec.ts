import { expect, test } from '@playwright/test'
import { decide } from '../reporters/gate/decide'
import type { Answer } from '../reporters/gate/situation'
import type { Result } from '../reporters/result'
import type { MergedShard } from '../reporters/shards'
import { acme, greenResult, sha, shardOf, situationOf } from './gate-samples'

const part = (current: number, total: number, rest: Partial<MergedShard> = {}): MergedShard => ({
  current,
  total,
  startedAt: '2026-03-02T11:00:00.000Z',
  durationMs: 600_000,
  requests: 1_000,
  ...rest,
})

const merged = (...shards: readonly MergedShard[]): Result => ({
  ...greenResult,
  run: 'tqzzzz0a1b',
  merged: { shards },
})
const four = [1, 2, 3, 4].map(current => part(current, 4))
const lanes = [part(1, 1, { lane: 'slow' }), part(1, 2, { lane: 'checks' }), part(2, 2, { lane: 'checks' })]
const wanted = (shards: number) => ({ wanted: { target: acme, commit: sha, shards } })
const slow: Result = { ...shardOf(greenResult, 1, 3), shard: null, lane: 'slow' }
const others = [1, 2].map((current): Result => ({
  ...shardOf(greenResult, current + 1, 3),
  lane: 'checks',
  shard: { current, total: 2 },
}))

// results → what the gate answers, and the rule that objects first
const situations: readonly (readonly [name: string, results: readonly Result[], answer: Answer, rule?: string | undefined, rest?: object])[] = [
  ['four shards that were merged', [merged(...four)], 'go'],
  ['as many as expected', [merged(...four)], 'go', undefined, wanted(4)],
  ['fewer than expected', [merged(...four)], 'cannot tell', 'shards', wanted(6)],
  ['a merged result that lacks a shard', [merged(...four.slice(1))], 'cannot tell', 'shards'],
  ['a merged result with a shard twice', [merged(...four, part(2, 4))], 'cannot tell', 'shards'],
  ['a merged result with a shard of yesterday', [merged(...four.slice(1), part(1, 4, { startedAt: '2026-03-01T11:00:00.000Z' }))], 'cannot tell', 'age'],
  ['a merged result beside a shard', [merged(...four), shardOf(greenResult, 1, 4)], 'cannot tell', 'shards'],
  ['lanes that were merged', [merged(...lanes)], 'go', undefined, wanted(3)],
  ['a merged result without the slow lane', [merged(...lanes.slice(1))], 'cannot tell', 'shards'],
  ['lanes that were not merged', [slow, ...others], 'go'],
  ['the slow lane missing', others, 'cannot tell', 'shards'],
  ['the other lane missing', [slow], 'cannot tell', 'shards'],
] // prettier-ignore

for (const [name, results, answer, rule, rest = {}] of situations)
  test(`the gate about ${name}: ${answer}`, () => {
    const decision = decide(situationOf('release', results, rest))

    expect(decision.answer, decision.objections.map(({ text }) => text).join('\n')).toBe(answer)
    expect(decision.objections[0]?.rule).toBe(rule)
  })
