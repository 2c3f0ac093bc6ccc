/** How many letters have to be put in, left out, changed or swapped to make one word of another. */
const distance = (one: string, other: string): number => {
  let rows: readonly (readonly number[])[] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const [above = [], twoAbove = []] = rows
    const here = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      here[column] = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (twoAbove[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows = [here, above]
  }
  return rows[0]?.at(-1) ?? 0
}

/** So many slips, and it is another word. */
const slips = 3

const plain = (name: string) => name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** The known names that a name was probably meant to be, the likeliest first. */
export const nearest = (name: string, known: readonly string[]): readonly string[] =>
  known
    .map(each => ({ each, away: distance(plain(name), plain(each)) }))
    .filter(({ away }) => away <= slips)
    .toSorted((a, b) => a.away - b.away)
    .map(({ each }) => each)

/**
 * Whether a variable was meant for the harness but is none of its settings: it begins as they do, or nearly is one of
 * them (`TENNANT_BASE_URL`). Variables of others are left alone.
 */
export const looksLikeOne = (name: string, known: readonly string[]): boolean => {
  if (known.includes(name)) return false
  if (/^(TENANT|FUZZ)_/i.test(name)) return true
  return known.some(
    each =>
      each.startsWith('TENANT_') &&
      plain(name).endsWith(plain(each).slice(-5)) &&
      distance(plain(name), plain(each)) <= 2,
  )
}
