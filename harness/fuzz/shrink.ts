import * as fc from 'fast-check'
import { Trouble } from '../trouble'
import type { Finding } from './finding'

/** The smallest case found that still fails, and where it stands among the values of a seed. */
export interface Smallest<T> {
  readonly one: T
  readonly path: string
  readonly steps: number
}

/** Where in the values of a seed: the seed, and a path as fast-check writes it. */
export interface Position {
  readonly seed: number
  readonly path: string
}

/**
 * Makes a failing case smaller, one try after the other.
 * @param fails judges a case once more; a case that could not be judged does not count
 * @param patience how long it may take, in milliseconds; the smallest case so far counts then
 * @returns `undefined` where the case does not fail any more
 */
export const smallest = async <T>(
  cases: fc.Arbitrary<T>,
  { seed, path }: Position,
  fails: (one: T) => Promise<Finding | undefined>,
  patience: number,
): Promise<Smallest<T> | undefined> => {
  const property = fc.asyncProperty(cases, async one => {
    const finding = await fails(one).catch((error: unknown) => {
      if (!(error instanceof Trouble)) throw error
      return undefined
    })
    if (finding) throw new Error(finding.received)
  })
  const details = await fc.check(property, {
    seed,
    path,
    numRuns: 1,
    interruptAfterTimeLimit: patience,
    markInterruptAsFailure: true,
  })
  const { counterexample, counterexamplePath, numShrinks } = details
  if (!details.failed || !counterexample) return undefined
  return { one: counterexample[0], path: counterexamplePath ?? path, steps: numShrinks }
}

/** The one case at a position. */
export const caseAt = async <T>(cases: fc.Arbitrary<T>, { seed, path }: Position): Promise<T> => {
  const seen: T[] = []
  const property = fc.asyncProperty(cases, one => {
    seen.push(one)
    return Promise.resolve(false)
  })
  await fc.check(property, { seed, path, numRuns: 1, endOnFailure: true })
  if (seen.length === 0) throw new Error(`FUZZ_PATH ${path} leads to no case of seed ${seed}`)
  return seen[0] as T
}

/**
 * The first cases of a seed: the case at position i is the one that path `i` leads to. They are sampled from a tuple as
 * a property has it, not from the property: `sample` (fast-check 4) takes a property for an arbitrary and biases twice.
 */
export const firstCases = <T>(cases: fc.Arbitrary<T>, seed: number, count: number): readonly T[] =>
  fc.sample(fc.tuple(cases), { seed, numRuns: count }).map(([one]) => one)
