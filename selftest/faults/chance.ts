/** A number between 0 and 1, another one each time. */
export type Chance = () => number

/**
 * Chance that comes out the same for the same name and seed, whatever else happens.
 * (FNV-1a for the start, mulberry32 from there.)
 */
export const chanceOf = (name: string, seed: number): Chance => {
  let state = 2_166_136_261 ^ seed
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619)
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `least` to `most`. */
export const between = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least + 1))
