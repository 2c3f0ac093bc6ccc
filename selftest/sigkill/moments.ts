const longest = 300

/** Moments of a run, as numbers of lines in its journal, that follow from a seed. */
export const moments = (seed: number, count: number): readonly number[] => {
  let state = seed >>> 0
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 3 + ((state >>> 8) % longest)
  })
}
