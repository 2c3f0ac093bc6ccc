import { between, type Chance } from './chance'

/**
 * Which requests meet a fault: told the number of each request, from 1, and its number since the checks began, which is
 * 0 or less during the preflight.
 */
export type Hits = (number: number, sinceChecks: number) => boolean

const within =
  (from: number, count: number): Hits =>
  (_, since) =>
    since >= from && since < from + count

/** Decided beforehand, so that which request is hit does not depend on what else happens. */
const share = (chance: Chance, part: number): Hits => {
  const decided = Array.from({ length: 500 }, () => chance() < part)
  return (_, since) => since > 0 && decided[since % decided.length] === true
}

/** Where faults happen, by name. Those that may not be survived by asking again come in every dose. */
export const positions = {
  'the-first': () => number => number === 1,
  'one-early': chance => within(between(chance, 1, 6), 1),
  'one-late': chance => within(between(chance, 7, 30), 1),
  'a-burst': chance => within(between(chance, 2, 20), 5),
  'one-in-seven': chance => share(chance, 1 / 7),
  'one-in-three': chance => share(chance, 1 / 3),
  'all': () => (_, since) => since > 0,
  'from-early-on': chance => within(between(chance, 1, 8), Number.POSITIVE_INFINITY),
  'from-late-on': chance => within(between(chance, 9, 30), Number.POSITIVE_INFINITY),
} satisfies Readonly<Record<string, (chance: Chance) => Hits>> // prettier-ignore

export type Position = keyof typeof positions

/** Once, often, always. */
export const everyDose: readonly Position[] =
  ['the-first', 'one-early', 'one-late', 'a-burst', 'one-in-seven', 'one-in-three', 'all'] // prettier-ignore

/** Where each fault costs seconds. */
export const smallDoses: readonly Position[] = ['the-first', 'one-early', 'one-late', 'a-burst']

export const forGood: readonly Position[] = ['from-early-on', 'from-late-on']
