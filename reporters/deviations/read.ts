import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import { repository } from '../surroundings'
import type { PlacedDeviation } from './deviation'

type Path = readonly (string | number)[]

interface Slip {
  readonly path: Path
  readonly text: string
}

type Members = Readonly<Record<string, { readonly description: string }>>

const validator = () => {
  const path = join(repository, 'reporters/deviations/deviations.schema.json')
  const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true })
  addFormats.default(ajv)
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object)
}

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map(step => (/^\d+$/.test(step) ? Number(step) : step))

const shown = (value: unknown) => (value === null || value === '' ? 'empty' : JSON.stringify(value))

const slipOf = ({ keyword, instancePath, params, data, parentSchema }: ErrorObject): Slip => {
  const path = pathOf(instancePath)
  const parent = parentSchema as { readonly properties?: Members; readonly description?: string } | undefined
  const about = (name: string) => parent?.properties?.[name]?.description ?? 'a member of every entry'
  const member = String(params['missingProperty'] ?? params['additionalProperty'] ?? '')
  if (keyword === 'required') return { path, text: `${member} is missing: put ${about(member)} there` }
  if (keyword === 'additionalProperties')
    return {
      path: [...path, member],
      text: `${member} is no member; known are ${Object.keys(parent?.properties ?? {}).join(', ')}`,
    }
  if (path.length < 2) return { path, text: path.length === 0 ? 'is no list of entries' : 'is no entry' }
  return { path, text: `${path.at(-1)} is ${shown(data)}: put ${parent?.description ?? 'a text'} there` }
}

/** Where something stands: the line of a member's name, else of the value. */
const lineOf = (document: Document, lines: LineCounter, path: Path): number => {
  const parent = document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent) && parent.items.find(item => String(item.key) === path.at(-1))
  const node = pair ? pair.key : path.length === 0 ? document.contents : document.getIn(path, true)
  const range = (node as { readonly range?: readonly [number, ...number[]] } | null)?.range
  return lines.linePos(range?.[0] ?? 0).line
}

const entryOf = (path: Path) => (typeof path[0] === 'number' ? `entry ${path[0] + 1}, ` : '')

const keyOf = ({ requirement, check, signature, tenant }: PlacedDeviation) =>
  JSON.stringify([requirement, check, signature, tenant])

/** What a schema cannot say: entries that mean nothing, and the same one twice. */
const strangers = (entries: readonly PlacedDeviation[], known: (id: string) => boolean): readonly Slip[] =>
  entries.flatMap((entry, index) => {
    const first = entries.findIndex(other => keyOf(other) === keyOf(entry))
    return [
      ...(known(entry.requirement)
        ? []
        : [{ path: [index, 'requirement'], text: `requirement ${entry.requirement} is not in specs/` }]),
      ...(first < index ? [{ path: [index], text: `says the same as entry ${first + 1}: remove one of them` }] : []),
    ]
  })

/**
 * Reads the known deviations.
 * @param text of the file, YAML: a list of entries; an empty file has none
 * @param name of the file, for messages
 * @param known tells whether an id is that of a requirement
 * @throws Error whose message names file, line, entry and member of everything that is wrong
 */
export const readDeviations = (
  text: string,
  name: string,
  known: (id: string) => boolean,
): readonly PlacedDeviation[] => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const refuse = (slips: readonly { readonly line: number; readonly text: string }[]): never => {
    throw new Error(slips.map(slip => `${name}, line ${slip.line}: ${slip.text}`).join('\n'))
  }
  const place = ({ path, text: what }: Slip) => ({
    line: lineOf(document, lines, path),
    text: entryOf(path) + what,
  })
  if (document.errors.length > 0)
    refuse(
      document.errors.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, text: `is no YAML: ${message}` })),
    )
  if (document.contents === null || document.toJS() === null) return []

  const value: unknown = document.toJS()
  const validate = validator()
  if (!isSeq(document.contents) || !validate(value))
    refuse(
      validate.errors ? validate.errors.map(slipOf).map(place) : [place({ path: [], text: 'is no list of entries' })],
    )
  const entries = (value as Omit<PlacedDeviation, 'line'>[]).map((entry, index) => ({
    ...entry,
    line: lineOf(document, lines, [index]),
  }))
  const more = strangers(entries, known)
  if (more.length > 0) refuse(more.map(place))
  return entries
}
