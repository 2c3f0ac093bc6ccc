import { membersOf, type SchemaNode } from './schema-node'

/** A JSON object under construction. */
export type Body = Readonly<Record<string, unknown>>

const inOrder = (body: Body, name: string, sibling: string): Body => {
  const [value, limit] = [body[name], body[sibling]]
  if (typeof value !== 'number' || typeof limit !== 'number' || value < limit) return body
  const [less, more] = value === limit ? [value, limit + 1] : [limit, value]
  return less > 1 && value === limit ? { ...body, [name]: less - 1 } : { ...body, [name]: less, [sibling]: more }
}

/**
 * Puts numbers in the order that `atMost` asks for, by exchanging the two. Equal ones are drawn apart: whether they
 * are accepted is left open.
 */
export const keepingAtMost = (node: SchemaNode, body: Body): Body =>
  membersOf(node).reduce(
    (before, [name, { atMost }]) => (typeof atMost === 'string' ? inOrder(before, name, atMost) : before),
    body,
  )
