import * as fc from 'fast-check'
import { numberIn, type SchemaNode } from './schema-node'
import { lengthOf } from './text-length'
import type { Slip } from './slip'

/** Characters that no documented name or address takes, or that mean something to somebody on the way. */
const foreign = [
  ' ', '\t', '\n', '\u0000', '/', '\\', ':', '+', '%', '%20', '!', '"', "'", '<', '>', '&', ';', '#', '?', '*', '=',
  '(', '{', '$', '~', '|', 'é', 'ß', '日', '😀', '\u00a0', '\u200b', '\u202e',
] // prettier-ignore

const places: readonly ((text: string, intruder: string) => string)[] = [
  (text, intruder) => text + intruder,
  (text, intruder) => text.slice(0, text.length / 2) + intruder + text.slice(text.length / 2),
  (text, intruder) => intruder + text,
]

/** Larger mistakes: nothing at all, an address without its beginning, a word. */
const mistakes = (text: string): readonly string[] => [
  '',
  'foo',
  text.replace(/^[a-z]+:/, ''),
  text.replace(/^[a-z]+:\/\//, ''),
  text.replace(/^[a-z]+:\/\/[^/]*/, ''),
  text.replace(/^([a-z]+):/, '$1'),
]

/** Makes room for an intruder where the length is limited. */
const room = (text: string, most: number) => text.slice(0, Math.max(0, most - 4))

const from = (choices: readonly string[], index: number): string | undefined => choices[index % choices.length]

/**
 * Texts that break the pattern of a place and nothing else, made from a good one: a foreign character at its end, in
 * the middle, at its beginning, or a larger mistake. Blanks are tried more often: they make two words of one.
 */
export const breaking = (node: SchemaNode): fc.Arbitrary<Slip> => {
  const pattern = new RegExp(String(node.pattern), 'u')
  const [least, most] = [numberIn(node, 'minLength', 0), numberIn(node, 'maxLength', Infinity)]
  const breaks = (text: string) => !pattern.test(text) && lengthOf(text) >= least && lengthOf(text) <= most
  const intruders = fc.oneof(
    { weight: 1, arbitrary: fc.constant(' ') },
    { weight: 4, arbitrary: fc.constantFrom(...foreign) },
  )
  return fc.tuple(fc.nat({ max: 4 }), intruders, fc.nat({ max: 5 })).map(([kind, intruder, index]) => good => {
    const text = room(String(good), most)
    const broken = places.map(place => place(text, intruder)).filter(breaks)
    const larger = mistakes(text).filter(breaks)
    const value = from(kind > 0 && broken.length > 0 ? broken : larger, index) ?? from(broken, index) ?? `${text} `
    return { value, words: `is ${JSON.stringify(value)}, which does not match ${pattern.source}` }
  })
}
