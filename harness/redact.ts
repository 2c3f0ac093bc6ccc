import { knownSecrets } from './secret-book'
import { formsOf, shortest, type Spelling } from './spellings'

interface Entry {
  readonly form: string
  readonly name: string
  readonly spelling: Spelling
}

/** Forms of one length. */
interface Shelf {
  readonly length: number
  readonly entries: Map<string, Entry>
}

/**
 * All forms of all secrets by their first characters and by their length, longest first: a text is read once, however
 * many there are, and of thousands of tokens that begin alike one is found without a look at the others.
 */
const index = new Map<string, Shelf[]>()
let indexed = 0

/** Which three characters any form begins with, roughly: nearly every place of a text is passed over by one look. */
const beginnings = new Uint8Array(65_536)
const beginning = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & 0xff_ff

const shelfFor = (length: number, shelves: Shelf[]): Shelf => {
  const at = shelves.findIndex(shelf => shelf.length <= length)
  const there = shelves[at]
  if (there?.length === length) return there
  const shelf: Shelf = { length, entries: new Map() }
  shelves.splice(at < 0 ? shelves.length : at, 0, shelf)
  return shelf
}

const bring = (): void => {
  const all = knownSecrets()
  for (; indexed < all.length; indexed++) {
    const { value, name } = all[indexed] as (typeof all)[number]
    for (const [form, spelling] of formsOf(value)) {
      const key = form.slice(0, shortest)
      const shelves = index.get(key) ?? []
      index.set(key, shelves)
      beginnings[beginning(form, 0)] = 1
      const { entries } = shelfFor(form.length, shelves)
      if (!entries.has(form)) entries.set(form, { form, name, spelling })
    }
  }
}

const formAt = (text: string, from: number): Entry | undefined => {
  for (const { length, entries } of index.get(text.slice(from, from + shortest)) ?? []) {
    const entry = entries.get(text.slice(from, from + length))
    if (entry) return entry
  }
  return undefined
}

type Match = Entry & { readonly from: number; readonly to: number }

/** The forms that stand in a text, in order; of two that overlap the longer one. */
const matchesIn = (text: string): readonly Match[] => {
  bring()
  const found: Match[] = []
  for (let from = 0; from + shortest <= text.length; from++) {
    if (beginnings[beginning(text, from)] === 0) continue
    const entry = formAt(text, from)
    if (!entry) continue
    const match = { ...entry, from, to: from + entry.form.length }
    const before = found.at(-1)
    if (!before || before.to <= from) found.push(match)
    else if (match.form.length > before.form.length) found.splice(-1, 1, match)
  }
  return found
}

/** A secret found in a text: the name that stands for it, and how it was spelt. */
export interface Found {
  readonly name: string
  readonly spelling: Spelling
}

/** A text in pieces: what may be shown as it is, and the secrets between. */
export const piecesOf = (text: string): readonly (string | Found)[] => {
  let rest = 0
  const matches = matchesIn(text)
  if (matches.length === 0) return [text]
  const pieces = matches.flatMap(({ from, to, name, spelling }): (string | Found)[] => {
    const before = text.slice(rest, from)
    rest = to
    return [before, { name, spelling }]
  })
  return [...pieces, text.slice(rest)]
}

/**
 * Replaces every known secret in a text, in every spelling.
 * @param stand what to put in its place, given its name and the spelling found
 */
export const replaceSecrets = (text: string, stand: (name: string, spelling: Spelling) => string): string =>
  piecesOf(text)
    .map(piece => (typeof piece === 'string' ? piece : stand(piece.name, piece.spelling)))
    .join('')

/** A text fit to be shown: every known secret is replaced by the name of the variable that stands for it. */
export const mask = (text: string): string =>
  replaceSecrets(text, (name, spelling) => (spelling === 'plain' ? `\${${name}}` : `\${${name} as ${spelling}}`))
