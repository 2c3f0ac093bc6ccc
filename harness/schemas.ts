import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { concerns, findingOf } from './schema-findings'
import { declareKeywords } from './schema-keywords'

export type JsonSchema = Readonly<Record<string, unknown>>

/** One way in which a value breaks its schema; `path` is a JSON Pointer into the value, '' being the whole of it. */
export interface Finding {
  readonly path: string
  readonly message: string
  readonly requirement?: string
}

interface Store {
  readonly documents: ReadonlyMap<string, JsonSchema>
  readonly ajv: Ajv2020
}

const folder = join(__dirname, '../schemas')
const suffix = '.schema.json'

const readDocuments = (): ReadonlyMap<string, JsonSchema> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith(suffix))
      .map(file => file.slice(0, -suffix.length).split(sep).join('/'))
      .sort()
      .map(name => [name, JSON.parse(readFileSync(join(folder, name + suffix), 'utf8')) as JsonSchema]),
  )

/**
 * An ajv that knows our keywords and formats and is strict about everything else.
 *
 * @param validateSchema false saves every worker the compilation of the metaschema; the self-test passes true
 */
export const newAjv = (validateSchema: boolean): Ajv2020 => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true, validateSchema })
  addFormats.default(ajv)
  declareKeywords(ajv)
  return ajv
}

let opened: Store | undefined

const store = (): Store => {
  if (opened) return opened
  const documents = readDocuments()
  const ajv = newAjv(false)
  for (const document of documents.values()) ajv.addSchema(document)
  opened = { documents, ajv }
  return opened
}

/** The names of all schemas, `<area>/<message>`, in alphabetical order. */
export const schemaNames = (): readonly string[] => [...store().documents.keys()]

/** The parsed schema document of that name; throws, with similar names, when there is none. */
export const schema = (name: string): JsonSchema => store().documents.get(name) ?? unknownSchema(name)

const unknownSchema = (name: string): never => {
  const words = name.split(/[/-]/).filter(Boolean)
  const near = schemaNames().filter(known => words.some(word => known.includes(word)))
  throw new Error(`there is no schema "${name}"; known are ${(near.length ? near : schemaNames()).join(', ')}`)
}

const compiled = (name: string): ValidateFunction => {
  schema(name)
  const validator = store().ajv.getSchema(name)
  if (!validator) throw new Error(`schema "${name}" carries another $id than its path`)
  return validator
}

const lookup = (reference: string): JsonSchema | undefined =>
  store().documents.get(reference.replace(/^(\.\.?\/)+/, ''))

/** What ajv says about a value: every broken constraint, but not that an `if` led to it. */
export const errorsOf = (name: string, value: unknown): readonly ErrorObject[] => {
  const validator = compiled(name)
  return validator(value) ? [] : (validator.errors ?? []).filter(({ keyword }) => keyword !== 'if')
}

/**
 * Judges a value by a schema.
 *
 * @param name the schema, `<area>/<message>`
 * @param value the parsed body
 * @param at a JSON Pointer; when given, only findings about that place count: those at or below it, and those above it
 *   that say why it cannot exist. Without it all findings count
 * @returns the findings, none when the value fits; throws when there is no such schema
 */
export const validate = (name: string, value: unknown, at = ''): readonly Finding[] => {
  const root = schema(name)
  return errorsOf(name, value)
    .map(error => ({ error, finding: findingOf(error, root, lookup) }))
    .filter(({ error, finding }) => at === '' || concerns(error, finding, at))
    .map(({ finding }) => finding)
}
