import { isDeepStrictEqual } from 'node:util'
import { errorsOf } from '../schemas'
import type { NearMiss } from './near-miss'
import type { Body } from './repair'

/** What a lenient tenant may have made of a wrong value. */
interface Reading {
  readonly how: string
  readonly value: unknown
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

const coercions: Readonly<Record<string, (value: unknown) => readonly unknown[]>> = {
  string: value => (isScalar(value) ? [String(value)] : []),
  array: value => (isScalar(value) ? [[value], [String(value)], String(value).split(' ')] : []),
  integer: value => (typeof value !== 'string' ? [] : value === '' ? [undefined] : [Number(value)]),
}

/** MEDIA-013, CLI-020, CLI-025 and CLI-032 name what is tolerated. */
const readings = ({ value, breaks }: NearMiss): readonly Reading[] => {
  const { keyword, at, limit } = breaks
  const coerced = keyword === 'type' ? (coercions[String(limit)]?.(value) ?? []) : []
  const isText = typeof value === 'string' && keyword !== 'type'
  return [
    ...coerced.map(each => ({ how: `coerced to ${each === undefined ? 'nothing' : String(limit)}`, value: each })),
    ...(isText ? [{ how: 'trimmed', value: value.trim() }] : []),
    ...(isText && at.startsWith('/rule_set_names/')
      ? [{ how: 'put into upper case', value: value.toUpperCase() }]
      : []),
  ]
}

const placed = (whole: unknown, path: readonly string[], value: unknown): unknown => {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (Array.isArray(whole))
    return whole.map((item: unknown, index) => (String(index) === name ? placed(item, rest, value) : item))
  const { [name]: before, ...others } = whole as Body
  const inner = placed(before, rest, value)
  return inner === undefined ? others : { ...others, [name]: inner }
}

const items = (value: unknown): unknown =>
  Array.isArray(value) ? [...new Set(value.map(item => JSON.stringify(item)))].sort() : value

/**
 * How an acceptance of a near miss can be explained without blaming the tenant: it read the wrong value as a right one,
 * and what it shows is that reading.
 * @param shown the representation in the reply
 * @returns the explanation as a sentence, `undefined` where there is none
 */
export const excuseOf = (miss: NearMiss, shown: unknown): string | undefined => {
  const path = miss.breaks.at.split('/').slice(1)
  const [member = ''] = path
  const seen = (shown as Body | undefined)?.[member]
  const excuse = readings(miss).find(({ value }) => {
    const read = placed(miss.body, path, value) as Body
    const isRight = errorsOf(miss.schema, read).length === 0
    return (
      isRight &&
      (seen === undefined ||
        seen === null ||
        value === undefined ||
        isDeepStrictEqual(items(seen), items(read[member])))
    )
  })
  const place = `/${path.map(name => (/^\d+$/.test(name) ? '*' : name)).join('/')}`
  if (excuse) return `a wrong value of ${place} is not refused but ${excuse.how}`
  const isEmptyList = miss.breaks.keyword === 'minItems' && ['/scope', '/grant_types'].includes(miss.breaks.at)
  return isEmptyList ? `an empty list for ${place} is accepted on creation` : undefined
}
