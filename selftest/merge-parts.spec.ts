import { expect, test } from '@playwright/test'
import { ConfigurationError } from '../harness/configuration'
import { environmentOf, partIn } from '../harness/part'
import { conformance } from './conformance-run'

// what is asked for → the part it is, and what is left for the test runner
const asked: readonly (readonly [words: string, part: object, options: string])[] = [
  ['', {}, ''],
  ['--grep TOK', {}, '--grep TOK'],
  ['--shard 2/4', { shard: 2 }, '--shard 2/4'],
  ['--shard=12/40 --grep a', { shard: 12 }, '--shard=12/40 --grep a'],
  ['--lane slow', { lane: 'slow' }, ''],
  ['--grep a --lane=checks --shard 1/2', { lane: 'checks', shard: 1 }, '--grep a --shard 1/2'],
]

for (const [words, part, options] of asked)
  test(`the part of "${words}"`, () => {
    const { options: left, ...found } = partIn(words.split(' '), {})

    expect(found).toEqual(part)
    expect(left.join(' ')).toBe(options)
  })

test('a lane may be told by the environment, and a misspelt one is refused', () => {
  expect(partIn([], { CONFORMANCE_LANE: 'slow' })).toEqual({ lane: 'slow', options: [] })
  expect(() => partIn(['--lane', 'quick'], {})).toThrow(ConfigurationError)
  expect(() => partIn(['--lane'], {})).toThrow(/--lane is ""\. Put one of slow, checks there/)
  expect(() => partIn([], { CONFORMANCE_LANE: 'quick' })).toThrow(/CONFORMANCE_LANE is "quick"/)
})

test('all parts of a run know its mark, and each asks with a seed of its own', () => {
  const given = { CONFORMANCE_RUN: '17364', FUZZ_SEED: '100' }
  const parts = [{}, { shard: 1 }, { shard: 2 }, { lane: 'slow' }, { lane: 'checks', shard: 2 }] as const
  const told = parts.map(part => environmentOf(part, given))

  expect(new Set(told.map(({ CONFORMANCE_WHOLE_RUN }) => CONFORMANCE_WHOLE_RUN))).toEqual(new Set(['17364']))
  expect(told.map(({ CONFORMANCE_RUN, FUZZ_SEED }) => [CONFORMANCE_RUN, FUZZ_SEED])).toEqual([
    ['17364', '100'],
    ['17364s1', '100'],
    ['17364s2', '101'],
    ['17364ls', '1100'],
    ['17364lcs2', '101'],
  ])
})

test('without a mark a run makes one up, and a case that is repeated keeps its seed', () => {
  const replayed = environmentOf({ shard: 3 }, { CONFORMANCE_RUN: '', FUZZ_SEED: '100', FUZZ_PATH: '1:2' })

  expect(replayed['FUZZ_SEED']).toBeUndefined()
  expect(replayed['CONFORMANCE_RUN']).toMatch(/^[0-9a-z]{10}s3$/)
  expect(replayed['CONFORMANCE_RUN']).toBe(`${replayed['CONFORMANCE_WHOLE_RUN']}s3`)
  expect(
    environmentOf({ shard: 2 }, { FUZZ_SEED: '0xff' })['FUZZ_SEED'],
    'left for the settings to refuse',
  ).toBeUndefined()
  for (const mark of ['a-b', 'Nightly', 'x'.repeat(21)])
    expect(() => environmentOf({}, { CONFORMANCE_RUN: mark })).toThrow(/CONFORMANCE_RUN is ".*"\. Put 1 to 20 small/)
})

test('a lane has its checks and no other', async ({}, info) => {
  const [slow, checks, odd] = await Promise.all([
    conformance(info.outputPath('a'), {}, ['--list', '--lane', 'slow', '--grep', 'TOK-00']),
    conformance(info.outputPath('b'), {}, ['--list', '--lane', 'checks', '--grep', 'TOK-00']),
    conformance(info.outputPath('c'), {}, ['--lane', 'quick']),
  ])

  expect(slow.said).toMatch(/TOK-009 /)
  expect(slow.said).not.toMatch(/TOK-00[0-8] /)
  expect(checks.said).toMatch(/TOK-005 /)
  expect(checks.said).not.toMatch(/TOK-009 /)
  expect([odd.status, odd.said]).toEqual([
    2,
    'The run cannot begin: --lane is "quick". Put one of slow, checks there, or remove it.\n',
  ])
})
