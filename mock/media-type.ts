import { MIMEType } from 'node:util'

/** A media type with the parameters that matter here. */
export interface MediaType {
  readonly essence: string
  readonly charset: string | null
  /** Quality between 0 and 1, where the type is one of an Accept list. */
  readonly quality: number
}

const quality = (q: string | null): number =>
  q === null ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0

/** Reads one media type or range (RFC 9110 section 8.3.1); undefined when it is none. */
export const mediaType = (text: string): MediaType | undefined => {
  try {
    const { essence, params } = new MIMEType(text)
    return { essence, charset: params.get('charset'), quality: quality(params.get('q')) }
  } catch {
    return undefined
  }
}

/** The ranges of an Accept header; commas inside quotes do not separate, and what is no range is left out. */
export const acceptList = (values: readonly string[]): readonly MediaType[] =>
  (values.join(',').match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []).flatMap(text => mediaType(text.trim()) ?? [])

/** How closely a range names a type: 0 not at all, and the more the closer. */
export type Specificity = (range: string, type: string) => number

/** The quality a list of ranges gives to one type: the most specific range decides. */
const qualityOf = (ranges: readonly MediaType[], type: string, specificity: Specificity): number =>
  ranges.reduce(
    (best, { essence, quality: q }) => {
      const fit = specificity(essence, type.toLowerCase())
      return fit > best.fit ? { fit, q } : best
    },
    { fit: 0, q: 0 },
  ).q

/** The first of the best offers; undefined when every one is excluded. No range at all accepts everything. */
export const negotiate = (
  values: readonly string[],
  offers: readonly string[],
  specificity: Specificity,
): string | undefined => {
  const ranges = acceptList(values)
  if (ranges.length === 0) return offers[0]
  const qualities = offers.map(offer => qualityOf(ranges, offer, specificity))
  const best = Math.max(...qualities)
  return best > 0 ? offers[qualities.indexOf(best)] : undefined
}
