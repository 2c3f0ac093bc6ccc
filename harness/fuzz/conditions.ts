import { newAjv } from '../schemas'
import { isNode, type SchemaNode } from './schema-node'

/** A rule of the form "if it is like this, then that holds as well". */
export interface Condition {
  readonly holds: (value: unknown) => boolean
  readonly also: SchemaNode
}

const known = new WeakMap<SchemaNode, Condition>()

const conditionOf = (node: SchemaNode): Condition => {
  const before = known.get(node)
  if (before) return before
  const test = newAjv(false).compile({ type: 'object', ...(node.if as SchemaNode) })
  const condition = { holds: (value: unknown) => test(value), also: isNode(node.then) ? node.then : {} }
  known.set(node, condition)
  return condition
}

const partsOf = (node: SchemaNode): readonly SchemaNode[] => [
  ...(isNode(node.if) ? [node] : []),
  ...((node.allOf ?? []) as readonly SchemaNode[]),
]

/** The conditional rules of a schema, its own and those under `allOf`. */
export const conditionsOf = (node: SchemaNode): readonly Condition[] =>
  partsOf(node)
    .filter(part => isNode(part.if))
    .map(conditionOf)

/** The parts under `allOf` that always hold. */
export const alwaysOf = (node: SchemaNode): readonly SchemaNode[] => partsOf(node).filter(part => !isNode(part.if))
