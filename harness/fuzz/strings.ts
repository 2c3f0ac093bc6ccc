import * as fc from 'fast-check'
import { numberIn, type SchemaNode } from './schema-node'
import { lengthOf } from './text-length'

const formats: Readonly<Record<string, () => fc.Arbitrary<string>>> = {
  uuid: () => fc.uuid(),
  email: () => fc.emailAddress(),
  uri: () => fc.webUrl(),
  date: () => fc.date({ noInvalidDate: true }).map(date => date.toISOString().slice(0, 10)),
  'date-time': () => fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
}

/** A pattern that is one repeated set of characters takes its lengths from minLength and maxLength. */
const bounded = (pattern: string, least: number, most: number): string => {
  const set = /^\^(\[(?:[^\]\\]|\\.)+\])(?:[+*]|\{\d+,\d+\})\$$/.exec(pattern)?.[1]
  return set && Number.isFinite(most) ? `^${set}{${least},${most}}$` : pattern
}

const counts = /\{(\d+),(\d+)\}/g

const built = new Map<string, fc.Arbitrary<string>>()

/** Building takes some 20 ms a pattern, so each is built once. */
const text = (source: string): fc.Arbitrary<string> => {
  const texts = built.get(source) ?? fc.stringMatching(new RegExp(source, 'u'), { size: 'max' })
  built.set(source, texts)
  return texts
}

/** The pattern with every repetition at its least, as it is, and at its most: the limits are where mistakes live. */
const matching = (pattern: string): fc.Arbitrary<string> => {
  const shortest = pattern.replaceAll(counts, '{$1}')
  if (shortest === pattern) return text(pattern)
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: text(shortest) },
    { weight: 4, arbitrary: text(pattern) },
    { weight: 1, arbitrary: text(pattern.replaceAll(counts, '{$2}')) },
  )
}

/**
 * Texts that a schema allows, those at the limits of their lengths among them.
 * @param node `pattern` or `format` with or without minLength and maxLength
 */
export const stringOf = (node: SchemaNode): fc.Arbitrary<string> => {
  const least = numberIn(node, 'minLength', 0)
  const most = numberIn(node, 'maxLength', Infinity)
  const fits = (value: string) => lengthOf(value) >= least && lengthOf(value) <= most
  if (typeof node.pattern === 'string') return matching(bounded(node.pattern, least, most)).filter(fits)
  if (typeof node.format !== 'string')
    return fc.string({ minLength: least, maxLength: Math.min(most, least + 64), unit: 'grapheme' }).filter(fits)
  const format = formats[node.format]
  if (!format) throw new Error(`arbitrary: format "${node.format}" is not supported; add it to harness/fuzz/strings.ts`)
  return format().filter(fits)
}
