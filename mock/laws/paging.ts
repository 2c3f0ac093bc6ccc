/** Most rows on one page. */
const mostPerPage = 1000 as number
const usualPage = 1 as number
const usualSize = 20 as number

/** A count is a positive number of 32 bits in plain digits; absent it is the usual one. */
const count = (values: readonly string[], usual: number): number | undefined => {
  if (values.length === 0) return usual
  const number = values.length === 1 && /^\d+$/.test(values[0] ?? '') ? Number(values[0]) : 0
  return number >= 1 && number <= 2_147_483_647 ? number : undefined
}

const size = (asked: number): number => Math.min(asked, mostPerPage)

/** A size beyond the cap is not refused. */
const sizeFits = (_asked: number): boolean => true

/** A page behind the last one is empty, not refused. */
const pageFits = (_page: number, _pages: number): boolean => true

/** pageSize is the size of a full page, whatever is on this one. */
const shownSize = (size: number, _rows: number): number => size

/** The rows of one page; pages count from 1, and there is nothing behind the last. */
const slice = <T>(rows: readonly T[], page: number, perPage: number): readonly T[] =>
  rows.slice((page - 1) * perPage, page * perPage)

const totalPages = (total: number, perPage: number): number => Math.ceil(total / perPage)

/** The order of a list: the order of creation. */
const order = <T>(rows: readonly T[]): readonly T[] => rows

export const paging = {
  count,
  order,
  pageFits,
  shownSize,
  size,
  sizeFits,
  slice,
  totalPages,
  usualPage,
  usualSize,
}
