import { isNode, membersOf, numberIn, textsIn, type SchemaNode } from './schema-node'

/**
 * The schema with a place in it that is surely there: the member required, the list not empty.
 * @param path members by name, `*` for the items of a list
 */
export const having = (node: SchemaNode, [name, ...rest]: readonly string[]): SchemaNode => {
  if (name === undefined) return node
  if (name === '*') {
    const { surely } = node
    const least = Math.max(1, numberIn(node, 'minItems', 0))
    return { ...node, minItems: least, ...(isNode(surely) && { surely: { ...surely, minItems: least } }) }
  }
  const properties = Object.fromEntries(
    membersOf(node).map(([each, member]) => [each, each === name ? having(member, rest) : member]),
  )
  return { ...node, properties, required: [...new Set([...textsIn(node, 'required'), name])] }
}
