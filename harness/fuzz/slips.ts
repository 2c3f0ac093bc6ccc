import * as fc from 'fast-check'
import { otherTypes } from './other-types'
import { breaking } from './breaking'
import type { Site } from './sites'
import type { Slip } from './slip'

const listed = (values: unknown) => (values as readonly unknown[]).map(value => JSON.stringify(value)).join(', ')

const strangers = fc.oneof(
  fc.constantFrom('', 'foo', 'admin\u0000', 'null', '*', 'SUPER_ADMIN', '__proto__', 'constructor'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

/** Near relatives of a listed value: another case, blanks, one character less or more. */
const relatives: readonly ((text: string) => string)[] = [
  text => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()),
  text => `${text} `,
  text => ` ${text}`,
  text => text.slice(0, -1),
  text => `${text}s`,
  text => `${text},${text}`,
  text => text.replace('_', '-'),
]

const unlisted = (allowed: readonly unknown[]): fc.Arbitrary<Slip> =>
  fc.tuple(fc.option(fc.constantFrom(...relatives)), strangers).map(([relative, stranger]) => good => {
    const near = relative && typeof good === 'string' ? relative(good) : stranger
    const value = [near, stranger, `${stranger}?`].find(each => !allowed.includes(each))
    return { value, words: `is ${JSON.stringify(value)}, none of ${listed(allowed)}` }
  })

const longer = (limit: number): fc.Arbitrary<Slip> =>
  fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 * limit })).map(excess => good => {
    const text = String(good)
    return {
      value: text + (text.at(-1) ?? 'a').repeat(limit + excess - text.length),
      words: `is ${limit + excess} characters long, more than ${limit}`,
    }
  })

const shorter = (limit: number): fc.Arbitrary<Slip> =>
  fc.integer({ min: 0, max: limit - 1 }).map(length => good => ({
    value: String(good).slice(0, length),
    words: `is ${length} characters long, less than ${limit}`,
  }))

const number = (range: fc.Arbitrary<number>, words: string): fc.Arbitrary<Slip> =>
  range.map(value => () => ({ value, words: `is ${value}, ${words}` }))

const aboveSibling = (name: string): fc.Arbitrary<Slip> =>
  fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1_000_000 })).map(excess => (_, around) => {
    const limit = Number(around[name])
    return { value: limit + excess, words: `is ${limit + excess}, above ${name}, which is ${limit}` }
  })

const resized =
  (length: number): Slip =>
  good => {
    const items = good as readonly unknown[]
    const value = Array.from({ length }, (_, index) => items[index % items.length])
    return { value, words: length === 0 ? 'is an empty list' : `has ${length} items` }
  }

const doubled: Slip = good => {
  const items = good as readonly unknown[]
  return { value: [...items, items[0]], words: 'has an item twice' }
}

const most = 2 ** 31 - 1

const makers: Readonly<Record<string, (site: Site) => fc.Arbitrary<Slip>>> = {
  required: () => fc.constant(() => ({ value: undefined, words: 'is missing' })),
  type: ({ limit, isRequired }) => otherTypes(String(limit), isRequired),
  enum: ({ limit }) => unlisted(limit as readonly unknown[]),
  const: ({ limit }) => unlisted([limit]),
  pattern: ({ node }) => breaking(node),
  minLength: ({ limit }) => shorter(Number(limit)),
  maxLength: ({ limit }) => longer(Number(limit)),
  minimum: ({ limit }) => number(fc.integer({ min: -most - 1, max: Number(limit) - 1 }), `below ${String(limit)}`),
  maximum: ({ limit }) => number(fc.integer({ min: Number(limit) + 1, max: 2 ** 53 - 1 }), `above ${String(limit)}`),
  minItems: ({ limit }) => fc.integer({ min: 0, max: Number(limit) - 1 }).map(resized),
  maxItems: ({ limit }) => fc.integer({ min: Number(limit) + 1, max: Number(limit) + 5 }).map(resized),
  uniqueItems: () => fc.constant(doubled),
  atMost: ({ limit }) => aboveSibling(String(limit)),
}

/** The ways to break the constraint of a site. */
export const slipsOf = (site: Site): fc.Arbitrary<Slip> => {
  const maker = makers[site.keyword]
  if (!maker) throw new Error(`nearMisses: nothing breaks "${site.keyword}" yet; add it to harness/fuzz/slips.ts`)
  return maker(site)
}
