import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Finding, JsonSchema } from './schemas'

type Lookup = (reference: string) => JsonSchema | undefined

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'an array'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`

const escape = (member: string): string => member.replaceAll('~', '~0').replaceAll('/', '~1')

const unescape = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~')

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const follow = (node: JsonSchema, lookup: Lookup): JsonSchema => {
  if (isSchema(node['else'])) return follow(node['else'], lookup)
  const target = typeof node['$ref'] === 'string' ? lookup(node['$ref']) : undefined
  return target ? follow(target, lookup) : node
}

const step = (node: JsonSchema, segment: string): JsonSchema | undefined => {
  const { properties, items, additionalProperties } = node
  const member = isSchema(properties) ? properties[segment] : undefined
  return [member, items, additionalProperties].find(isSchema)
}

/** The requirement that speaks of the deepest annotated place on the way to `path`. */
const requirementAt = (root: JsonSchema, path: string, lookup: Lookup): string | undefined => {
  let node: JsonSchema | undefined = root
  let found = root['requirement']
  for (const segment of path.split('/').slice(1).map(unescape)) {
    node = node && step(follow(node, lookup), segment)
    found = node?.['requirement'] ?? found
  }
  return typeof found === 'string' ? found : undefined
}

const words: Readonly<Record<string, (error: ErrorObject) => string>> = {
  required: () => 'is required, but absent',
  type: ({ params, data }) => `must be ${[params['type']].flat().join(' or ')}, but is ${typeOf(data)}`,
  enum: ({ params }) =>
    `must be one of ${(params['allowedValues'] as unknown[]).map(one => JSON.stringify(one)).join(', ')}`,
  const: ({ params }) => `must be ${JSON.stringify(params['allowedValue'])}`,
  contains: () => 'lacks an item that must be there',
  atMost: ({ schema }) => `must not exceed ${String(schema)}`,
  among: ({ schema }) => `must be one of ${String(schema)}`,
}

/**
 * Puts one ajv error (from `verbose: true`) into words.
 *
 * The value itself is never part of the message, because it may be a secret; its type is.
 *
 * @param error as ajv reports it
 * @param root the schema the value was validated against
 * @param lookup finds the document that a `$ref` names
 */
export const findingOf = (error: ErrorObject, root: JsonSchema, lookup: Lookup): Finding => {
  const missing = error.keyword === 'required' ? `/${escape(String(error.params['missingProperty']))}` : ''
  const path = error.instancePath + missing
  const said = words[error.keyword]?.(error) ?? error.message ?? `breaks "${error.keyword}"`
  const own = error.keyword === 'required' ? undefined : error.parentSchema?.['requirement']
  const requirement = typeof own === 'string' ? own : requirementAt(root, path, lookup)
  const message = `${path || 'the whole value'} ${said}${requirement ? ` (${requirement})` : ''}`
  return requirement ? { path, message, requirement } : { path, message }
}

const shapes: readonly string[] = ['type', 'required', 'minItems']

/**
 * Whether an error speaks about the place `at`: it lies there or below, or something above is so misshapen (absent, of
 * another type, an empty array) that the place cannot exist.
 */
export const concerns = (error: ErrorObject, finding: Finding, at: string): boolean =>
  finding.path === at ||
  finding.path.startsWith(`${at}/`) ||
  (shapes.includes(error.keyword) && at.startsWith(`${finding.path}/`))
