import { schema, type JsonSchema } from '../schemas'

/** One place of a schema: an object of keywords. */
export type SchemaNode = JsonSchema

const annotations = [
  '$schema', '$id', '$comment', 'title', 'description', 'examples', 'default', 'writeOnly',
  'requirement', 'surely', 'undecided',
] // prettier-ignore

const constraints = [
  '$ref', 'type', 'enum', 'const', 'required', 'properties', 'items', 'minItems', 'maxItems', 'uniqueItems',
  'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum', 'allOf', 'if', 'then', 'atMost',
] // prettier-ignore

const understood = new Set([...annotations, ...constraints])

/** Whether a value is a schema object, not a boolean or a list. */
export const isNode = (value: unknown): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of texts under a keyword, such as `required`; empty where there is none. */
export const textsIn = (node: SchemaNode, keyword: string): readonly string[] =>
  Array.isArray(node[keyword]) ? (node[keyword] as readonly string[]) : []

/** A number under a keyword, or what holds without it. */
export const numberIn = (node: SchemaNode, keyword: string, otherwise: number): number =>
  typeof node[keyword] === 'number' ? node[keyword] : otherwise

/** The members a schema describes, with their schemas. */
export const membersOf = (node: SchemaNode): readonly (readonly [name: string, member: SchemaNode])[] =>
  Object.entries((node.properties ?? {}) as Readonly<Record<string, SchemaNode>>)

/**
 * The schema a place really has: references are followed, and what is not understood is refused, so that no schema is
 * ever half generated.
 * @param at where it stands in the value, for the message
 */
export const resolved = (node: SchemaNode, at: string): SchemaNode => {
  for (const keyword of Object.keys(node))
    if (!understood.has(keyword))
      throw new Error(
        `arbitrary: keyword "${keyword}" at ${at || 'the root'} is not supported; ` +
          'add it to harness/fuzz/schema-node.ts and arbitrary.ts, or write the schema without it',
      )
  const { $ref, ...rest } = node
  if (typeof $ref !== 'string') return node
  return { ...resolved(schema($ref.replace(/^(\.\.?\/)+/, '')), at), ...rest }
}

const tighter = (keyword: string, one: unknown, other: unknown): unknown => {
  if (typeof one !== 'number' || typeof other !== 'number') return other
  return keyword.startsWith('min') ? Math.max(one, other) : Math.min(one, other)
}

/** Both schemas at once: the narrower of two limits, otherwise what the second one says. Members are combined too. */
export const tightened = (node: SchemaNode, other: SchemaNode): SchemaNode => {
  const limits = Object.entries(other).map(([keyword, value]) => [keyword, tighter(keyword, node[keyword], value)])
  const members = membersOf(other).map(([name, member]) => {
    const before = membersOf(node).find(([each]) => each === name)?.[1]
    return [name, before ? tightened(before, member) : member] as const
  })
  return {
    ...node,
    ...(Object.fromEntries(limits) as SchemaNode),
    ...(Boolean(node.properties ?? other.properties) && {
      properties: { ...Object.fromEntries(membersOf(node)), ...Object.fromEntries(members) },
    }),
    ...(Boolean(node.required ?? other.required) && {
      required: [...new Set([...textsIn(node, 'required'), ...textsIn(other, 'required')])],
    }),
  }
}

/** The part of the space that every legitimate tenant accepts. */
export const narrowed = (node: SchemaNode): SchemaNode => {
  const { surely, ...base } = node
  return isNode(surely) ? { ...base, ...surely } : base
}
