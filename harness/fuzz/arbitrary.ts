import * as fc from 'fast-check'
import { schema } from '../schemas'
import { alwaysOf, conditionsOf } from './conditions'
import { keepingAtMost, type Body } from './repair'
import { membersOf, narrowed, numberIn, resolved, textsIn, tightened, type SchemaNode } from './schema-node'
import { stringOf } from './strings'

/** Values of our own for some places, by JSON Pointer, instead of those the schema gives. */
export type Overrides = Readonly<Record<string, fc.Arbitrary<unknown>>>

const int32 = 2 ** 31 - 1

const arrayOf = (node: SchemaNode, at: string, overrides: Overrides): fc.Arbitrary<unknown> => {
  const minLength = numberIn(node, 'minItems', 0)
  const maxLength = numberIn(node, 'maxItems', minLength + 5)
  const items = narrowed(resolved((node.items ?? {}) as SchemaNode, at))
  const choices = textsIn(items, 'enum')
  if (node.uniqueItems && choices.length > 0)
    return fc.shuffledSubarray([...choices], { minLength, maxLength: Math.min(maxLength, choices.length) })
  const item = valueOf(items, `${at}/*`, overrides)
  return node.uniqueItems
    ? fc.uniqueArray(item, { minLength, maxLength, size: 'max', selector: each => JSON.stringify(each) })
    : fc.array(item, { minLength, maxLength, size: 'max' })
}

const recordOf = (node: SchemaNode, at: string, overrides: Overrides): fc.Arbitrary<Body> => {
  const members = membersOf(node).map(([name, member]) => [name, valueOf(member, `${at}/${name}`, overrides)])
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...textsIn(node, 'required')],
    noNullPrototype: true,
  })
}

/** What a condition adds where it holds: the members it speaks of, each as the schema and the condition want it. */
const additionOf = (node: SchemaNode, then: SchemaNode, at: string, overrides: Overrides): fc.Arbitrary<Body> => {
  const spoken = new Set([...textsIn(then, 'required'), ...membersOf(then).map(([name]) => name)])
  const both = membersOf(tightened({ ...node, properties: narrowedMembers(node) }, then))
  const properties = Object.fromEntries(both.filter(([name]) => spoken.has(name)))
  return recordOf({ properties, required: textsIn(then, 'required') }, at, overrides)
}

const narrowedMembers = (node: SchemaNode) =>
  Object.fromEntries(membersOf(node).map(([name, member]) => [name, narrowed(resolved(member, name))]))

const objectOf = (node: SchemaNode, at: string, overrides: Overrides): fc.Arbitrary<unknown> => {
  const whole = alwaysOf(node).reduce(tightened, node)
  const conditions = conditionsOf(whole)
  const additions = conditions.map(({ also }) => additionOf(whole, also, at, overrides))
  return fc
    .tuple(recordOf(whole, at, overrides), ...additions)
    .map(([base, ...added]) =>
      conditions.reduce(
        (body, { holds, also }, index) => (holds(body) ? keepingAtMost(also, { ...body, ...added[index] }) : body),
        keepingAtMost(whole, base),
      ),
    )
}

const valueOf = (place: SchemaNode, at: string, overrides: Overrides): fc.Arbitrary<unknown> => {
  const override = overrides[at]
  if (override) return override
  const node = narrowed(resolved(place, at))
  if ('const' in node) return fc.constant(node.const)
  if (Array.isArray(node.enum)) return fc.constantFrom(...(node.enum as unknown[]))
  const [min, max] = [numberIn(node, 'minimum', -int32), numberIn(node, 'maximum', int32)]
  if (node.type === 'string') return stringOf(node)
  if (node.type === 'integer') return fc.integer({ min, max })
  if (node.type === 'number') return fc.double({ min, max, noNaN: true })
  if (node.type === 'boolean') return fc.boolean()
  if (node.type === 'array') return arrayOf(node, at, overrides)
  if (node.type === 'object') return objectOf(node, at, overrides)
  throw new Error(`arbitrary: ${at || 'the root'} needs a type, an enum or a const; write one into the schema`)
}

/**
 * All values that every legitimate tenant accepts, derived from a request schema (`surely` narrows it): each optional
 * member present and absent, lengths and numbers at their limits, companions where a condition asks for them.
 * @param source a schema, or the name of one, as in `clients/create`
 * @param overrides values for places that need more than the schema knows, such as a name nobody else has
 * @throws Error for a keyword that is not understood
 */
export const arbitrary = (source: string | SchemaNode, overrides: Overrides = {}): fc.Arbitrary<unknown> =>
  valueOf(typeof source === 'string' ? schema(source) : source, '', overrides)
