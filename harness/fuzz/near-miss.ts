import * as fc from 'fast-check'
import { errorsOf, schema } from '../schemas'
import { arbitrary, type Overrides } from './arbitrary'
import type { Body } from './repair'
import { having } from './having'
import { pointerOf, sitesOf, type Site } from './sites'
import { slipsOf } from './slips'
import type { Slip } from './slip'

/** A request that would be right, were it not for one slip. */
export interface NearMiss {
  readonly body: Body
  /** The one constraint it breaks: keyword, JSON Pointer of the place, and what the keyword says. */
  readonly breaks: { readonly keyword: string; readonly at: string; readonly limit: unknown }
  /** The slip as a sentence. */
  readonly slip: string
  /** The value that is wrong; `undefined` where one is missing. */
  readonly value: unknown
  /** The name of the schema. */
  readonly schema: string
}

interface Changed {
  readonly value: unknown
  readonly at: readonly string[]
  readonly words: string
  readonly whole: unknown
}

const change = (whole: unknown, path: readonly string[], choice: number, slip: Slip, around: Body): Changed => {
  const [name, ...rest] = path
  if (name === undefined) {
    const { value, words } = slip(whole, around)
    return { whole: value, value, words, at: [] }
  }
  if (Array.isArray(whole)) {
    const index = choice % whole.length
    const inner = change(whole[index], rest, choice, slip, around)
    return { ...inner, at: [String(index), ...inner.at], whole: whole.with(index, inner.whole) }
  }
  const object = whole as Body
  const inner = change(object[name], rest, choice, slip, object)
  const others = Object.fromEntries(Object.entries(object).filter(([each]) => each !== name))
  const kept = inner.whole === undefined ? others : { ...object, [name]: inner.whole }
  return { ...inner, at: [name, ...inner.at], whole: kept }
}

/** What breaks along: an empty text lacks a character the pattern wants, another type is in no list. One slip each. */
const implied: Readonly<Record<string, readonly string[]>> = { minLength: ['pattern'], type: ['enum', 'const'] }

/** Where ajv finds a constraint broken; a missing member is missing from the object around it. */
const placeOf = ({ keyword, at }: NearMiss['breaks']) => (keyword === 'required' ? at.replace(/\/[^/]*$/, '') : at)

/** Whether a body breaks just the constraint it is said to break. */
export const isJust = ({ schema, body, breaks }: NearMiss): boolean => {
  const errors = errorsOf(schema, body)
  const keywords = [breaks.keyword, ...(implied[breaks.keyword] ?? [])]
  return (
    errors.some(({ keyword }) => keyword === breaks.keyword) &&
    errors.every(({ keyword, instancePath }) => keywords.includes(keyword) && instancePath === placeOf(breaks)) &&
    (breaks.keyword !== 'required' || errors.every(({ params }) => params.missingProperty === breaks.limit))
  )
}

const missesAt = (name: string, site: Site, overrides: Overrides): fc.Arbitrary<NearMiss> => {
  const { keyword, path, limit, condition } = site
  const bodies = arbitrary(having(schema(name), path), overrides).filter(body => condition?.holds(body) ?? true)
  return fc.tuple(bodies, fc.nat(), slipsOf(site)).map(([good, choice, slip]) => {
    const { whole, value, words, at } = change(good, path, choice, slip, good as Body)
    const place = pointerOf(at)
    const miss = {
      schema: name,
      body: whole as Body,
      value,
      slip: `${place} ${words}`,
      breaks: { keyword, at: place, limit },
    }
    if (!isJust(miss)) throw new Error(`nearMisses: "${miss.slip}" breaks more or less than ${keyword} of ${name}`)
    return miss
  })
}

/** Which constraints of a schema near misses break. */
export interface Which {
  readonly keywords?: readonly string[]
  /** Places as in `/scope/*`. */
  readonly at?: readonly string[]
}

/** The constraints of a schema that near misses can break, all or those asked for. */
const breakable = (name: string, { keywords, at }: Which = {}): readonly Site[] =>
  sitesOf(schema(name)).filter(
    site => (keywords?.includes(site.keyword) ?? true) && (at?.includes(pointerOf(site.path)) ?? true),
  )

/**
 * Requests that break exactly one documented constraint each, and are otherwise in the part of the space that every
 * tenant accepts. ajv confirms it for every one of them.
 * @param name a request schema
 * @param overrides values for places that need more than the schema knows
 * @param which constraints to break; all without it
 */
export const nearMisses = (name: string, overrides: Overrides = {}, which: Which = {}): fc.Arbitrary<NearMiss> => {
  const sites = breakable(name, which)
  if (sites.length === 0) throw new Error(`nearMisses: ${name} has no constraint like ${JSON.stringify(which)}`)
  return fc.oneof(...sites.map(site => missesAt(name, site, overrides)))
}
