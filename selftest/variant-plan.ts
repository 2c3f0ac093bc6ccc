import * as fc from 'fast-check'
import { variants } from '../mock/variants'

/** One tenant to be asked: its legitimate choices, and which part of the suite asks it. */
export interface VariantJob {
  readonly name: string
  readonly choices: readonly string[]
  /** This part of that many; the whole suite is one of one. */
  readonly part: readonly [number, number]
}

/** Tenants that make the harness wait: several parts of the suite ask one of their own each, at the same time. */
const slow: Readonly<Record<string, number>> = { 'far-away': 8, 'twenty-a-second': 8, 'busy-now-and-then': 4 }

/** Addresses of the laws and lines a variant changes. */
const touches = (name: string): readonly string[] => {
  const { chooses = {}, distorts = {} } = variants[name] ?? { story: '' }
  const laws = Object.entries(chooses).flatMap(([group, changed]) =>
    Object.keys(changed as object).map(law => `${group}.${law}`),
  )
  return [...laws, ...Object.keys(distorts).map(line => `${name} on ${line}`)]
}

const isPossible = (choices: readonly string[]): boolean => {
  const touched = choices.flatMap(touches)
  const excluded = choices.flatMap(name => variants[name]?.excludes ?? [])
  return new Set(touched).size === touched.length && !choices.some(name => excluded.includes(name))
}

/** The tenant without a choice of its own, with which the others are compared. */
export const documented: VariantJob = { name: 'as-documented', choices: [], part: [0, 1] }

const inOrder = (choices: readonly string[]): readonly string[] =>
  Object.keys(variants).filter(name => choices.includes(name))

/** Random sets of choices that do not contradict each other; the same for the same seed. */
export const combinations = (seed: number, count: number): readonly (readonly string[])[] => {
  const fast = Object.keys(variants).filter(name => !(name in slow))
  const sets = fc.shuffledSubarray(fast, { minLength: 2, maxLength: 6 }).filter(isPossible)
  return fc.sample(sets, { seed, numRuns: count }).map(inOrder)
}

/** So many choices of one tenant are still told apart by whoever reads what went wrong. */
const mostTogether = 5

/** All choices, each of them once, by as few tenants as can make them; the same for the same seed. */
export const together = (seed: number): readonly (readonly string[])[] => {
  const fast = Object.keys(variants).filter(name => !(name in slow))
  const [shuffled = fast] = fc.sample(fc.shuffledSubarray(fast, { minLength: fast.length }), { seed, numRuns: 1 })
  const tenants: (readonly string[])[] = []
  for (const name of shuffled) {
    const at = tenants.findIndex(choices => choices.length < mostTogether && isPossible([...choices, name]))
    if (at < 0) tenants.push([name])
    else tenants[at] = [...(tenants[at] ?? []), name]
  }
  return tenants.map(inOrder)
}

const choicesIn = (name: string): readonly string[] => name.split(' + ')

/**
 * The tenants of a run, those that take long first; always with the one that does as documented.
 * @param names of variants, or of several at once as in `no-links + json-only`; all of them and 20 combinations where
 *   there are none
 * @param isQuick without names: several choices at once, each of them once
 * @throws Error for a name that is none
 */
export const variantJobs = (names: readonly string[], seed: number, isQuick = false): readonly VariantJob[] => {
  const unknown = names.flatMap(choicesIn).find(name => !Object.hasOwn(variants, name))
  if (unknown !== undefined) throw new Error(`there is no variant "${unknown}": see mock/variants`)
  const all = isQuick ? Object.keys(slow) : Object.keys(variants)
  const wanted = names.length > 0 ? names : all
  const single = wanted.flatMap(name =>
    Array.from({ length: slow[name] ?? 1 }, (_, index) => ({
      name,
      choices: inOrder(choicesIn(name)),
      part: [index, slow[name] ?? 1] as const,
    })),
  )
  const random = isQuick ? together(seed) : combinations(seed, 20)
  const combined = names.length > 0 ? [] : random
  return [
    documented,
    ...single.filter(({ name }) => name in slow),
    ...single.filter(({ name }) => !(name in slow)),
    ...combined.map(choices => ({ name: choices.join(' + '), choices, part: [0, 1] as const })),
  ]
}
