import type { JsonSchema } from '../harness/schemas'

/** One constraint at one place of a schema: what an invalid case has to break. */
export interface Constraint {
  /** Where it stands, as a JSON Pointer into the schema, the keyword last. */
  readonly at: string
  readonly node: JsonSchema
  readonly keyword: string
  /** With `required`: the member. */
  readonly member?: string
  /** Matches the JSON Pointers of the values it judges. */
  readonly instance: RegExp
}

const constraining: readonly string[] = [
  ['type', 'enum', 'const', 'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum'],
  ['minItems', 'maxItems', 'uniqueItems', 'contains', 'atMost', 'among', '$ref'],
].flat()

const silent: readonly string[] = [
  ['$schema', '$id', '$comment', 'title', 'description', 'examples', 'default', 'readOnly', 'writeOnly'],
  ['requirement', 'surely', 'undecided', 'required', 'properties', 'items', 'additionalProperties'],
  ['allOf', 'if', 'then', 'else'],
].flat()

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const escape = (member: string) => member.replaceAll('~', '~0').replaceAll('/', '~1')

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

interface Below {
  readonly node: JsonSchema
  readonly at: string
  readonly instance: string
}

/** The subschemas of a node that judge; what stands in `if` and `contains` only asks. */
const below = ({ node, at, instance }: Below): readonly Below[] => {
  const named = isSchema(node['properties']) ? Object.entries(node['properties']) : []
  const listed = Array.isArray(node['allOf']) ? node['allOf'] : []
  const found: readonly (readonly [unknown, string, string])[] = [
    ...named.map(([name, member]) => [member, `/properties/${escape(name)}`, `/${literally(escape(name))}`] as const),
    ...listed.map((part, index) => [part, `/allOf/${index}`, ''] as const),
    [node['items'], '/items', '/\\d+'],
    [node['additionalProperties'], '/additionalProperties', '/[^/]*'],
    [node['then'], '/then', ''],
    [node['else'], '/else', ''],
  ]
  return found.flatMap(([part, step, into]) =>
    isSchema(part) ? [{ node: part, at: at + step, instance: instance + into }] : [],
  )
}

const own = ({ node, at, instance }: Below): readonly Constraint[] => {
  const unknown = Object.keys(node).find(keyword => ![...constraining, ...silent].includes(keyword))
  if (unknown)
    throw new Error(`${at}: keyword "${unknown}" is not known here; say in selftest/schema-places.ts what it is`)
  const place = { node, instance: new RegExp(`^${instance}(/|$)`) }
  const required = Array.isArray(node['required']) ? node['required'].map(String) : []
  return [
    ...constraining.filter(keyword => keyword in node).map(keyword => ({ ...place, at: `${at}/${keyword}`, keyword })),
    ...required.map(member => ({ ...place, at: `${at}/required/${member}`, keyword: 'required', member })),
  ]
}

const walk = (place: Below): readonly Constraint[] => [...own(place), ...below(place).flatMap(walk)]

/** Every constraint at every place of one schema document; what a `$ref` leads to belongs to the other document. Throws at unknown keywords. */
export const constraintsOf = (schema: JsonSchema): readonly Constraint[] => walk({ node: schema, at: '', instance: '' })
