import type { Members } from '../client'
import type { Resource } from '../scim-resource'
import { isObject, isText, without } from './names'

/** A group after a change, or the keyword that says what is wrong with the change (RFC 7644 section 3.12). */
export type Patched = Resource | { readonly scimType: string }

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Identifiers of members as a body names them, each once; undefined where something else is named. */
const memberIds = (value: unknown): readonly string[] | undefined => {
  const ids = asList(value).map(item => (isObject(item) && isText(item.value) ? item.value : undefined))
  return ids.every(id => id !== undefined) ? [...new Set(ids)] : undefined
}

const withMembers = (group: Resource, op: string, value: unknown): Patched => {
  if (op === 'remove' && value === undefined) return { ...group, members: [] }
  const ids = memberIds(value)
  if (!ids) return { scimType: 'invalidValue' }
  if (op === 'remove') return { ...group, members: group.members.filter(id => !ids.includes(id)) }
  return { ...group, members: op === 'add' ? [...new Set([...group.members, ...ids])] : ids }
}

const withText = (group: Resource, op: string, name: string, value: unknown): Patched => {
  if (op !== 'remove') {
    if (!isText(value)) return { scimType: 'invalidValue' }
    return { ...group, attributes: { ...group.attributes, [name]: value } }
  }
  if (name === 'displayName') return { scimType: 'mutability' }
  return { ...group, attributes: without(group.attributes, name) }
}

const oneMember = /^members\[value eq "([^"]*)"\]$/i
const changeable: readonly string[] = ['displayName', 'externalId']

const atPath = (group: Resource, op: string, path: string, value: unknown): Patched => {
  if (path.toLowerCase() === 'members') return withMembers(group, op, value)
  const [, id] = oneMember.exec(path) ?? []
  if (id !== undefined) return op === 'remove' ? withMembers(group, op, [{ value: id }]) : { scimType: 'invalidPath' }
  const name = changeable.find(each => each.toLowerCase() === path.toLowerCase())
  return name === undefined ? { scimType: 'invalidPath' } : withText(group, op, name, value)
}

const operate = (group: Resource, operation: unknown): Patched => {
  if (!isObject(operation)) return { scimType: 'invalidSyntax' }
  const { path, value } = operation
  const op = String(operation.op).toLowerCase()
  if (!['add', 'replace', 'remove'].includes(op)) return { scimType: 'invalidSyntax' }
  if (isText(path)) return atPath(group, op, path, value)
  if (op === 'remove') return { scimType: 'noTarget' }
  if (!isObject(value)) return { scimType: 'invalidValue' }
  return Object.entries(value).reduce<Patched>(
    (before, [name, inner]) => ('scimType' in before ? before : atPath(before, op, name, inner)),
    group,
  )
}

/** A group after all operations of a patch, in their order, or what is wrong with the first that cannot be done. */
const patched = (group: Resource, { Operations: operations }: Members): Patched =>
  !Array.isArray(operations) || operations.length === 0
    ? { scimType: 'invalidSyntax' }
    : operations.reduce<Patched>(
        (before, operation) => ('scimType' in before ? before : operate(before, operation)),
        group,
      )

export const scimGroups = { memberIds, patched }
