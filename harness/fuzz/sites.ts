import { alwaysOf, conditionsOf, type Condition } from './conditions'
import { isNode, membersOf, resolved, textsIn, tightened, type SchemaNode } from './schema-node'

/** One documented constraint that a request can break. */
export interface Site {
  readonly keyword: string
  /** Where it holds: members by name, `*` for the items of a list. */
  readonly path: readonly string[]
  /** The value of the keyword; for `required` the member. */
  readonly limit: unknown
  /** The schema of the place. */
  readonly node: SchemaNode
  /** The place is one a request cannot do without. */
  readonly isRequired: boolean
  /** The rule that brings it up; without one it always holds. */
  readonly condition?: Condition
}

const breakable = new Set([
  'type', 'enum', 'const', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems',
  'uniqueItems', 'atMost',
]) // prettier-ignore

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** A path as a JSON Pointer, as in `/scope/*`. */
export const pointerOf = (path: readonly string[]): string => path.map(name => `/${escaped(name)}`).join('')

const own = (node: SchemaNode, path: readonly string[], isRequired: boolean): readonly Site[] =>
  Object.entries(node)
    .filter(([keyword]) => breakable.has(keyword) && !textsIn(node, 'undecided').includes(keyword))
    .map(([keyword, limit]) => ({ keyword, limit, path, node, isRequired }))

const within = (place: SchemaNode, path: readonly string[], isRequired: boolean): readonly Site[] => {
  const node = resolved(place, pointerOf(path))
  const { items } = node
  return [
    ...(path.length > 0 ? own(node, path, isRequired) : []),
    ...inObject(node, path),
    ...(isNode(items) ? within(items, [...path, '*'], false) : []),
  ]
}

const inObject = (node: SchemaNode, path: readonly string[]): readonly Site[] => {
  const required = textsIn(node, 'required')
  return [
    ...required.map(name => ({ keyword: 'required', limit: name, path: [...path, name], node, isRequired: true })),
    ...membersOf(node).flatMap(([name, member]) => within(member, [...path, name], required.includes(name))),
  ]
}

const conditional = (node: SchemaNode, condition: Condition): readonly Site[] => {
  const { also } = condition
  const sites = inObject(also, [])
  const whole = tightened(node, also)
  return sites.map(site => ({
    ...site,
    node: membersOf(whole).find(([name]) => name === site.path[0])?.[1] ?? site.node,
    condition,
  }))
}

const isSame = (one: Site) => (other: Site) =>
  one.keyword === other.keyword && pointerOf(one.path) === pointerOf(other.path)

/**
 * Every constraint of a request schema that the documents state and a tenant surely enforces, in the order of the
 * schema. What is `undecided` is not among them, nor is what only `surely` says. What a condition says again, such as
 * the type of a member, counts under the condition only: elsewhere a tenant may not look at the member at all.
 */
export const sitesOf = (schema: SchemaNode): readonly Site[] => {
  const whole = alwaysOf(schema).reduce(tightened, schema)
  const special = conditionsOf(whole).flatMap(condition => conditional(whole, condition))
  return [...within(whole, [], true).filter(site => !special.some(isSame(site))), ...special]
}
