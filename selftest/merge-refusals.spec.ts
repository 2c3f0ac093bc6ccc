import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { writeJson } from '../reporters/atomic-write'
import { reasonToSpare, writeMerged } from '../reporters/merge/out-folder'
import { merge } from '../reporters/merge/merge'
import { reasonToRefuse } from '../reporters/merge/refuse'
import { readShard, shardFrom, type GivenShard } from '../reporters/merge/shard'
import type { Result } from '../reporters/result'
import { divided, lined, partOf } from './merge-samples'
import { checkOf, said, sampleCatalogue, type Seen } from './reports-samples'
import { node } from './node-command'

const seen = lined(['TOK-005', 'TOK-009', 'CLI-001'].map((id): Seen => [checkOf(id), said(id, 'pass')]))
const three = divided(seen, [1, 2, 3], 3)
const [first, second, third] = three as readonly [GivenShard, GivenShard, GivenShard]
const but = (shard: GivenShard, change: Partial<Result>): GivenShard => ({
  ...shard,
  result: { ...shard.result, ...change },
})
const tenant = (name: string) => ({ target: { kind: 'tenant', baseUrl: `https://${name}.example` } }) as const
const lane = (
  of: 'slow' | 'checks',
  change: Partial<Parameters<typeof partOf>[1]> = {},
  checks: readonly Seen[] = [],
) => partOf(checks, { lane: of, ...change })
const half = (current: number) => ({ shard: { current, total: 2 } })
const untested = second.result.requirements.map(one => ({ ...one, verdict: 'pass' as const }))

// what is given → what the refusal says
const refused: readonly (readonly [name: string, shards: readonly GivenShard[], said: RegExp])[] = [
  ['a missing shard', [first, third], /^shard 2 of 3 is missing; given are .*shards\/1 \(shard 1 of 3\), .*\(shard 3 of 3\)$/],
  ['two missing shards', [second], /^shard 1, 3 of 3 is missing/],
  ['a doubled shard', [...three, second], /^shard 2 is there more than once/],
  ['a doubled shard in place of another', [first, second, second], /^shard 2 is there more than once/],
  ['a whole run', [but(first, { shard: null })], /shards\/1 is a whole run: only shards are merged/],
  ['a whole run among shards', [...three, but(first, { shard: null })], /is a whole run/],
  ['a result that was merged before', [but(first, { shard: null, merged: { shards: [] } })], /was merged before/],
  ['shards of different runs', [first, but(second, { run: 'other' }), third], /different runs\. Their run differs: tqzzzz0a1b in .*shards\/1 \(shard 1 of 3\), other in .*shards\/2 .*\. Give all shards of a run the same CONFORMANCE_RUN\.$/],
  ['a shard that knows no run', [first, shardFrom('/shards/2', JSON.parse(JSON.stringify({ ...second.result, run: undefined })) as Result, { checks: [seen[1]?.[0] ?? checkOf('TOK-009')] }), third], /shards\/2 \(shard 2 of 3\) does not say of which run it is/],
  ['shards of different tenants', [first, second, third].map((one, index) => but(one, tenant(index === 2 ? 'b' : 'a'))), /Their target differs: https:\/\/a\.example in .*, https:\/\/b\.example in .*shards\/3/],
  ['a mock among tenants', [but(first, tenant('a')), second, third], /Their target differs: https:\/\/a\.example .*, a mock in/],
  ['shards of different commits', [first, but(second, { commit: 'f'.repeat(40) }), third], /Their commit differs: 0{40} in .*, f{40} in/],
  ['shards of different harnesses', [first, but(second, { harness: { version: '9' } }), third], /Their version of the harness differs: 1\.2\.3 .*, 9 in/],
  ['shards with different baselines', [first, but(second, { baseline: { startedAt: '2026-01-01T00:00:00.000Z', ...tenant('a') } }), third], /Their baseline differs: none in .*, 2026-01-01/],
  ['another catalogue', [first, but(second, { requirements: second.result.requirements.slice(1) }), third], /shards\/2 .* is about another catalogue .*TOK-005 MUST is in one of them only/],
  ['a level that has changed', [first, but(second, { requirements: second.result.requirements.map(one => ({ ...one, level: 'MAY' as const })) }), third], /another catalogue/],
  ['different divisions', [first, but(second, { shard: { current: 2, total: 4 } }), third], /shard 1 of 3 and shard 2 of 4 are of different divisions/],
  ['two shards that made the same check', [first, but(first, { shard: { current: 2, total: 3 } }), third], /have both made the check "TOK-005 .*": they were asked for different things/],
  ['a verdict that is not that of its checks', [first, but(second, { requirements: untested }), third], /shards\/2 .* calls TOK-005 "pass", and its checks do not say so/],
  ['a missing lane', [lane('checks', half(1)), lane('checks', half(2))], /^lane slow is missing/],
  ['a missing shard of a lane', [lane('slow'), lane('checks', half(1))], /^shard 2 of 2 of lane checks is missing/],
  ['a doubled lane', [lane('slow'), lane('slow'), lane('checks')], /^shard 1 of lane slow is there more than once/],
  ['a shard without a lane beside lanes', [lane('slow'), lane('checks'), first], /^shard 1 of 3 has checks of every lane/],
] // prettier-ignore

for (const [name, shards, text] of refused)
  test(`refused: ${name}`, () => {
    expect(reasonToRefuse(shards, sampleCatalogue)).toMatch(text)
  })

test('all shards of a run are not refused, in whatever order, and cut off or not', () => {
  expect(reasonToRefuse(three, sampleCatalogue)).toBeUndefined()
  expect(reasonToRefuse([third, first, but(second, { ended: 'interrupted' })], sampleCatalogue)).toBeUndefined()
  expect(
    reasonToRefuse([lane('checks', half(2)), lane('slow'), lane('checks', half(1))], sampleCatalogue),
  ).toBeUndefined()
})

/** Writes shards as runs do; the second has a file of evidence, as the third has. */
const written = (root: string): readonly string[] =>
  three.map(({ result, checks }, index) => {
    const folder = join(root, `shard-${index + 1}`)
    writeJson(join(folder, 'conformance.json'), result)
    writeJson(join(folder, 'plan.json'), { format: 1, checks: checks.map(({ planned }) => planned) })
    if (index > 0) writeJson(join(folder, 'allure-results', `${index}-result.json`), { index })
    return folder
  })

test('what cannot be read is named', ({}, info) => {
  const [folder = ''] = written(info.outputPath('r'))
  expect(readShard(folder).checks).toHaveLength(1)

  expect(() => readShard(join(folder, 'nowhere'))).toThrow(/nowhere is no folder/)
  writeFileSync(join(folder, 'plan.json'), '{"checks":[]}')
  expect(() => readShard(folder)).toThrow(/do not belong together: their checks of TOK-005 differ/)
  writeFileSync(join(folder, 'plan.json'), '{}')
  expect(() => readShard(folder)).toThrow(/plan\.json is no plan of a run/)
  mkdirSync(join(folder, 'empty'))
  expect(() => readShard(join(folder, 'empty'))).toThrow(/there is no result in .*empty\/conformance\.json/)
})

test('evidence of all shards comes together, an earlier merge is replaced, everything else is spared', ({}, info) => {
  const [root, out] = [info.outputPath('r'), info.outputPath('merged')]
  const folders = written(root)
  const shards = folders.map(readShard)
  const merged = merge(shards, sampleCatalogue)
  writeJson(join(out, 'gate.json'), {})
  writeJson(join(out, 'allure-results', 'old-result.json'), {})
  expect(reasonToSpare(out, folders)).toBeUndefined()

  writeMerged(out, merged, shards)

  expect(readdirSync(out).toSorted()).toEqual(['allure-results', 'conformance.json', 'plan.json'])
  expect(readdirSync(join(out, 'allure-results')).toSorted()).toEqual(['1-result.json', '2-result.json'])
  expect(JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8'))).toMatchObject({ shard: null, run: 'tqzzzz0a1b' })
  expect(readdirSync(info.outputPath()).filter(name => name.endsWith('.merging'))).toEqual([])
  writeFileSync(join(out, 'journal.jsonl'), '')
  expect(reasonToSpare(out, folders)).toMatch(/merged holds journal\.jsonl, which is not of a merged result/)
  for (const inside of [folders[0] ?? '', join(folders[1] ?? '', 'merged')])
    expect(reasonToSpare(inside, folders)).toMatch(/is a shard itself, or lies in one/)
})

test('the command says one sentence, ends with 2 and writes nothing', ({}, info) => {
  const [out, folders] = [info.outputPath('merged'), written(info.outputPath('r'))]
  const call = (...words: readonly string[]) =>
    node(['--require', 'tsx/cjs', 'reporters/merge/main.ts', ...words], { RESULTS_DIR: out })
  const [none, odd, foreign] = [call(), call(...folders.slice(1), info.outputPath('gone')), call(...folders)]

  expect([none, odd, foreign].map(({ status, stdout }) => [status, stdout])).toEqual([
    [2, ''],
    [2, ''],
    [2, ''],
  ])
  expect(none.stderr).toBe('Nothing is merged: name the folders of all shards of a run: npm run merge -- DIR…\n')
  expect(odd.stderr).toMatch(/^Nothing is merged: .*gone is no folder: name the folders that the shards wrote to\n$/)
  expect(foreign.stderr).toMatch(
    /^Nothing is merged: .* is about another catalogue of requirements than specs\/: .*\n$/,
  )
  expect(existsSync(out)).toBe(false)
})
