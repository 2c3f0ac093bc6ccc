import * as fc from 'fast-check'
import type { Spoil } from './spoil'
import type { Body } from './repair'

/** Raw JSON in the place of a value. */
interface Raw {
  readonly json: string
  readonly words: string
}

const raw = (words: string, ...values: readonly string[]): fc.Arbitrary<Raw> =>
  fc.constantFrom(...values).map(json => ({ json, words }))

const nested = (depth: number): readonly string[] => [
  '['.repeat(depth) + ']'.repeat(depth),
  '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
]

const values: fc.Arbitrary<Raw> = fc.oneof(
  raw('a huge number', '1e400', '-1e400', '1e-400', `1${'0'.repeat(400)}`, `0.${'1'.repeat(400)}`, '1E+999999999'),
  raw(
    'a number at an edge',
    '2147483648',
    '-2147483649',
    '9223372036854775808',
    '9007199254740993',
    '-0',
    '1e2147483648',
  ),
  raw('nested 10,000 deep', ...nested(10_000)),
  raw('a lone surrogate', '"\\ud800"', '"a\\udc00b"', '["\\ud83d"]', '"\\ud800\\ud800"'),
  raw('escaped control characters', '"\\u0000"', '"a\\u0000b"', '["\\u0008\\u001b[2J"]', '"\\r\\nSet-Cookie: a=b"'),
  raw('a dangerous text', '"${7*7}"', '"\'; --"', '"<script>"', '"%s%s%n"', '"../../x"', '["{0}{1}"]'),
  fc.jsonValue({ maxDepth: 3 }).map(value => ({ json: JSON.stringify(value), words: 'any JSON' })),
)

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  '',
  '$ref',
  '\u0000',
  'a.b',
  'class',
]

const member = (name: string, json: string) => `${JSON.stringify(name)}:${json}`

const textOf = (members: readonly string[]) => `{${members.join(',')}}`

const membersOf = (good: Body) => Object.entries(good).map(([name, value]) => [name, JSON.stringify(value)] as const)

const pick = (good: Body, choice: number): string => Object.keys(good)[choice % Object.keys(good).length] ?? 'client_id'

const replaced: fc.Arbitrary<Spoil> = fc.tuple(fc.nat(), values).map(([choice, { json, words }]) => good => {
  const name = pick(good, choice)
  const members = membersOf(good).map(([each, value]) => member(each, each === name ? json : value))
  return { text: textOf(members), slip: `${name} is ${words}` }
})

const doubled: fc.Arbitrary<Spoil> = fc
  .tuple(fc.nat(), fc.boolean(), values)
  .map(([choice, isFirst, { json }]) => good => {
    const name = pick(good, choice)
    const members = membersOf(good).map(([each, value]) => member(each, value))
    const twin = member(name, json.length > 1_000 ? '1' : json)
    return { text: textOf(isFirst ? [twin, ...members] : [...members, twin]), slip: `${name} stands there twice` }
  })

const added: fc.Arbitrary<Spoil> = fc
  .tuple(fc.constantFrom(...names), values)
  .map(([name, { json, words }]) => good => {
    const members = membersOf(good).map(([each, value]) => member(each, value))
    return { text: textOf([member(name, json), ...members]), slip: `a member ${JSON.stringify(name)} is ${words}` }
  })

const polluted: fc.Arbitrary<Spoil> = fc.constantFrom('__proto__', 'constructor').map(name => good => ({
  text: textOf([member(name, JSON.stringify(good)), ...membersOf(good).map(([each, value]) => member(each, value))]),
  slip: `a member ${name} carries the members of a client`,
}))

const roots: fc.Arbitrary<Spoil> = fc.tuple(fc.boolean(), values).map(([isWrapped, { json, words }]) => good => ({
  text: isWrapped ? JSON.stringify([good]) : json,
  slip: isWrapped ? 'the whole body stands in a list' : `the whole body is ${words}`,
}))

/** Names and values that are JSON, but nothing a client sends: wrong types everywhere, edges, doubled names. */
export const oddMembers: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 5, arbitrary: replaced },
  { weight: 2, arbitrary: doubled },
  { weight: 2, arbitrary: added },
  { weight: 1, arbitrary: polluted },
  { weight: 1, arbitrary: roots },
)
