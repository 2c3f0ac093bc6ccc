import { expect, test } from '@playwright/test'
import { variants } from '../mock/variants'
import { checkRecord } from '../harness/check-record'
import { combinations, everyTwo, together, variantJobs } from './variant-plan'
import { saidIn, shownIn } from './variant-words'

test('every legitimate choice has words of its own', () => {
  const words = Object.values(variants).map(({ shows }) => shows)

  expect(words.filter(text => text.trim() === '')).toEqual([])
  expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([])
})

test('a choice excludes choices that there are', () => {
  const excluded = Object.values(variants).flatMap(({ excludes = [] }) => excludes)

  expect(excluded.filter(name => !Object.hasOwn(variants, name))).toEqual([])
})

test('combinations keep to the order of the list and to what excludes what', () => {
  const names = Object.keys(variants)

  for (const choices of combinations(7, 200)) {
    expect(choices).toEqual(names.filter(name => choices.includes(name)))
    for (const name of choices) expect(choices.filter(other => variants[name]?.excludes?.includes(other))).toEqual([])
  }
})

test('a quick round makes every choice once, with tenants that can exist', () => {
  for (const seed of [1, 2, 3]) {
    const made = variantJobs([], seed, 'quick')
      .filter(({ part: [index] }) => index === 0)
      .flatMap(({ choices }) => choices)
    expect(made.toSorted()).toEqual(Object.keys(variants).toSorted())
    for (const choices of together(seed))
      for (const name of choices) expect(choices.filter(other => variants[name]?.excludes?.includes(other))).toEqual([])
  }
})

test('any two choices meet on a tenant that can exist, unless one of them excludes the other', () => {
  const tenants = everyTwo(5)
  const met = (one: string, other: string) => tenants.some(each => each.includes(one) && each.includes(other))

  expect(met('vmware-types-only', 'accept-disregarded')).toBe(true)
  expect(met('vmware-types-only', 'json-only')).toBe(false)
  for (const choices of tenants)
    for (const name of choices) expect(choices.filter(other => variants[name]?.excludes?.includes(other))).toEqual([])
})

const { shows = '' } = variants['chunked-bodies'] ?? {}

test('a choice shows at the end of a note or of a trait', () => {
  expect(shownIn([`A-01: ${shows}`], ['chunked-bodies'])).toEqual(['chunked-bodies'])
  expect(shownIn([`${shows} now and then`], ['chunked-bodies'])).toEqual([])
})

test('a violated MUST shows nothing, a violated SHOULD does, and a trait of few checks is chance', () => {
  const few = Array.from({ length: 200 }, (_, at) =>
    checkRecord('TOK-005', 'pass', { traits: at === 0 ? [shows] : [] }),
  )
  const noted = [
    checkRecord('TOK-005', 'fail', { notes: ['a'] }),
    checkRecord('TOK-005', 'pass', { notes: ['b'] }),
    checkRecord('TOK-014', 'fail', { notes: ['c'] }),
  ]

  expect(saidIn(noted, 'choosing')).toEqual(['b', 'c'])
  expect(saidIn(few, 'choosing')).toEqual([])
  expect(saidIn(few.slice(0, 50), 'choosing')).toEqual([shows])
  expect(saidIn(few.slice(0, 5), 'documented')).toEqual([])
  expect(saidIn(few.slice(0, 4), 'documented')).toEqual([shows])
})
