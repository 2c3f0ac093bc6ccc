import { isDeepStrictEqual } from 'node:util'
import { checkUnderWay, violate } from '../check'
import { both, either, shown } from './words'

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const sorted = (values: readonly unknown[]) => [...new Set(values.map(value => JSON.stringify(value)))].sort()

/**
 * What may be expected of a value. Each counts as one expectation; what is absent satisfies nothing but `toBeAbsent`.
 * @param what names the value in the message, as in `expires_in`
 */
export const valueExpectations = (value: unknown, what: string) => {
  const judge = (holds: boolean, expected: string, received = shown(value)): void => {
    checkUnderWay().expectations++
    if (!holds) violate(what ? `${what} is ${expected}` : expected, received)
  }
  return {
    /** The very same value, members and items included. What is expected has to be there: see `toBeAbsent`. */
    toBe: (expected: unknown) => {
      if (expected === undefined)
        throw new Error(`${what}: toBe has nothing to compare with; say toBeAbsent or find out why.`)
      judge(isDeepStrictEqual(value, expected), shown(expected))
    },
    /** Another value, but one that is there. */
    toDifferFrom: (other: unknown) =>
      judge(value !== undefined && !isDeepStrictEqual(value, other), `anything but ${shown(other)}`),
    toBeOneOf: (...values: readonly unknown[]) =>
      judge(
        values.some(each => isDeepStrictEqual(each, value)),
        either(values),
      ),
    /** The same items in any order; doubled items count once. */
    toBeTheSet: (items: readonly unknown[]) =>
      judge(
        Array.isArray(value) && isDeepStrictEqual(sorted(value), sorted(items)),
        `exactly ${shown(items)}, in any order`,
      ),
    /** A list that has all these items, and perhaps more. */
    toInclude: (...items: readonly [unknown, ...unknown[]]) =>
      judge(
        Array.isArray(value) && items.every(item => value.some(each => isDeepStrictEqual(each, item))),
        `a list with ${both(items)}`,
      ),
    /** A list that has none of these items. */
    toExclude: (...items: readonly [unknown, ...unknown[]]) =>
      judge(
        Array.isArray(value) && !items.some(item => value.some(each => isDeepStrictEqual(each, item))),
        `a list without ${either(items)}`,
      ),
    /** A number between two bounds, both included. */
    toBeWithin: (least: number, most: number) =>
      judge(typeof value === 'number' && value >= least && value <= most, `a number between ${least} and ${most}`),
    toMatch: (pattern: RegExp) =>
      judge(typeof value === 'string' && pattern.test(value), `a text that matches ${pattern}`),
    /** Left out, null, or empty: the documents make no difference for optional members. */
    toBeAbsent: () => judge(isNothing(value), 'absent'),
    toBePresent: () => judge(!isNothing(value), 'present'),
    /** A statement of the suite's own, for what no other verb says. */
    toHold: (statement: string, received = shown(value)) => judge(value === true, statement, received),
  }
}
