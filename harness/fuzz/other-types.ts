import * as fc from 'fast-check'
import type { Slip, Slipped } from './slip'

type Make = (good: unknown) => Slipped

const as =
  (words: string, value: (good: unknown) => unknown): Make =>
  good => ({ value: value(good), words })

const fixed = (words: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Make> =>
  values.map(value => as(words, () => value))

const firstOf = (good: unknown): unknown => (Array.isArray(good) ? good[0] : undefined) ?? 'admin'

/** Long enough to be nobody else's where it is taken for a name. */
const big = fc.integer({ min: 10 ** 12, max: 2 ** 53 - 1 })

/** Values of each type, made from a good value where that tempts a tenant more. */
const typed: Readonly<Record<string, fc.Arbitrary<Make>>> = {
  string: fc.oneof(
    fixed('is a word', fc.constantFrom('abc', '', 'true', '1.5', '0x10', '1e2', '60 minutes')),
    fc.constant(as('is a number in quotes', good => (typeof good === 'number' ? String(good) : '60'))),
  ),
  text: fc.oneof(
    fc.constant(as('is a text', firstOf)),
    fc.constant(as('is a text', good => (Array.isArray(good) ? good.join(' ') : 'admin'))),
  ),
  number: fixed('is a number', big),
  fraction: fc
    .constantFrom(0.5, 0.25, 0.125)
    .map(part => as('is a fraction', good => (typeof good === 'number' ? good : 1) + part)),
  boolean: fixed('is a boolean', fc.boolean()),
  array: fc.oneof(fc.constant(as('is a list', good => [good])), fixed('is an empty list', fc.constant([]))),
  object: fc.oneof(
    fixed('is an empty object', fc.constant({})),
    fc.constant(as('is an object', good => ({ value: good }))),
  ),
  null: fixed('is null', fc.constant(null)),
}

const others: Readonly<Record<string, readonly string[]>> = {
  string: ['number', 'boolean', 'array', 'object'],
  integer: ['string', 'fraction', 'boolean', 'array', 'object'],
  number: ['string', 'boolean', 'array', 'object'],
  boolean: ['string', 'number', 'array', 'object'],
  array: ['text', 'number', 'boolean', 'object'],
  object: ['string', 'number', 'boolean', 'array'],
}

/**
 * Values of every other JSON type.
 * @param type the type that is documented
 * @param isRequired null is the same as absent, so it is wrong only where a member is required
 */
export const otherTypes = (type: string, isRequired: boolean): fc.Arbitrary<Slip> => {
  const names = [...(others[type] ?? []), ...(isRequired ? ['null'] : [])]
  return fc.oneof(...names.flatMap(name => typed[name] ?? [])).map(make => good => {
    const { value, words } = make(good)
    return {
      value,
      words: `${words} instead of ${type === 'integer' || type === 'array' || type === 'object' ? 'an' : 'a'} ${type}`,
    }
  })
}
