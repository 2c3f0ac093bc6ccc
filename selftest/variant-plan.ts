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

const fast = Object.keys(variants).filter(name => !(name in slow))

const shuffledFast = (seed: number): readonly string[] =>
  fc.sample(fc.shuffledSubarray(fast, { minLength: fast.length }), { seed, numRuns: 1 })[0] ?? fast

/** Random sets of choices that do not contradict each other; the same for the same seed. */
export const combinations = (seed: number, count: number): readonly (readonly string[])[] => {
  const sets = fc.shuffledSubarray(fast, { minLength: 2, maxLength: 6 }).filter(isPossible)
  return fc.sample(sets, { seed, numRuns: count }).map(inOrder)
}

/** So many choices of one tenant are still told apart by whoever reads what went wrong. */
const mostTogether = 5

/** All choices, each of them once, by as few tenants as can make them; the same for the same seed. */
export const together = (seed: number): readonly (readonly string[])[] => {
  const tenants: (readonly string[])[] = []
  for (const name of shuffledFast(seed)) {
    const at = tenants.findIndex(choices => choices.length < mostTogether && isPossible([...choices, name]))
    if (at < 0) tenants.push([name])
    else tenants[at] = [...(tenants[at] ?? []), name]
  }
  return tenants.map(inOrder)
}

const choicesIn = (name: string): readonly string[] => name.split(' + ')

const both = (one: string, other: string): string => inOrder([one, other]).join(' + ')

const pairsIn = (choices: readonly string[]): readonly string[] =>
  choices.flatMap((one, at) => choices.slice(at + 1).map(other => both(one, other)))

/** So many choices of one tenant let any two of them meet in some hundred tenants. */
const mostMeeting = 8

/**
 * Tenants on which any two choices that do not contradict each other meet once at least: most mistakes that need several
 * conditions need two. Greedy, so not the fewest there could be; the same for the same seed.
 */
export const everyTwo = (seed: number): readonly (readonly string[])[] => {
  const shuffled = shuffledFast(seed)
  const open = new Set(pairsIn(shuffled).filter(pair => isPossible(choicesIn(pair))))
  const tenants: (readonly string[])[] = []
  for (const pair of open) {
    let choices = choicesIn(pair)
    while (choices.length < mostMeeting) {
      const gain = (name: string) => choices.filter(choice => open.has(both(choice, name))).length
      const others = shuffled.filter(name => !choices.includes(name) && isPossible([...choices, name]))
      const best = others.reduce<string | undefined>(
        (most, name) => (most === undefined || gain(name) > gain(most) ? name : most),
        undefined,
      )
      if (best === undefined || gain(best) === 0) break
      choices = [...choices, best]
    }
    for (const met of pairsIn(choices)) open.delete(met)
    tenants.push(inOrder(choices))
  }
  return tenants
}

/**
 * Which tenants make several choices: twenty random ones, as few as make every choice once, or as many as any two
 * choices need to meet.
 */
export type Round = 'usual' | 'quick' | 'pairs'

const sets: Readonly<Record<Round, (seed: number) => readonly (readonly string[])[]>> = {
  usual: seed => combinations(seed, 20),
  quick: together,
  pairs: everyTwo,
}

/**
 * The tenants of a run, those that take long first; always with the one that does as documented.
 * @param names of variants, or of several at once as in `no-links + json-only`; those of the round where there are none:
 *   each alone, unless it is quick, and several choices at once
 * @throws Error for a name that is none
 */
export const variantJobs = (names: readonly string[], seed: number, round: Round = 'usual'): readonly VariantJob[] => {
  const unknown = names.flatMap(choicesIn).find(name => !Object.hasOwn(variants, name))
  if (unknown !== undefined) throw new Error(`there is no variant "${unknown}": see mock/variants`)
  const all = round === 'usual' ? Object.keys(variants) : Object.keys(slow)
  const wanted = names.length > 0 ? names : all
  const single = wanted.flatMap(name =>
    Array.from({ length: slow[name] ?? 1 }, (_, index) => ({
      name,
      choices: inOrder(choicesIn(name)),
      part: [index, slow[name] ?? 1] as const,
    })),
  )
  const combined = names.length > 0 ? [] : sets[round](seed)
  return [
    documented,
    ...single.filter(({ name }) => name in slow),
    ...single.filter(({ name }) => !(name in slow)),
    ...combined.map(choices => ({ name: choices.join(' + '), choices, part: [0, 1] as const })),
  ]
}
