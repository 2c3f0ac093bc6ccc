import type { Members } from '../client'
import type { Resource, ResourceType } from '../scim-resource'
import { isText } from './names'
import { scimGroups } from './scim-groups'

const schemas: Readonly<Record<ResourceType, string>> = {
  User: 'urn:ietf:params:scim:schemas:core:2.0:User',
  Group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
}

/** The member a resource cannot do without. */
const nameOf: Readonly<Record<ResourceType, string>> = { User: 'userName', Group: 'displayName' }

const nameFits = (type: ResourceType, draft: Members): boolean => isText(draft[nameOf[type]])

/** Members a provisioner cannot decide, or that are never shown. */
const notKept: readonly string[] = ['id', 'meta', 'groups', 'members', 'schemas', 'password']
const kept = (draft: Members): Members =>
  Object.fromEntries(Object.entries(draft).filter(([name, value]) => !notKept.includes(name) && value !== null))

/** A new resource belongs to the directory of whoever provisions it. */
const home = (directory: string): string => directory

/** A sync client sees its own directory, an administrator all of them. */
const isVisible = ({ directory }: Resource, own: string | undefined): boolean => own === undefined || directory === own

/** Names of users are unique in their directory, without regard to case (RFC 7643 section 4.1.1). */
const isTaken = (one: Resource, other: Resource): boolean =>
  one.type === 'User' &&
  other.type === 'User' &&
  one.directory === other.directory &&
  String(one.attributes.userName).toLowerCase() === String(other.attributes.userName).toLowerCase()

/** The groups a user shows: those it is a member of. */
const groupsOf = (user: Resource, groups: readonly Resource[]): readonly Resource[] =>
  groups.filter(({ members }) => members.includes(user.id))

/** The one form of filter that is understood; undefined for all others. */
const condition = (filter: string): { readonly attribute: string; readonly value: string } | undefined => {
  const [, attribute, value] = /^(id|userName|displayName|externalId) eq ("(?:[^"\\]|\\.)*")$/i.exec(filter) ?? []
  try {
    return attribute === undefined ? undefined : { attribute, value: String(JSON.parse(value ?? '')) }
  } catch {
    return undefined
  }
}

const matches = ({ id, attributes }: Resource, attribute: string, value: string): boolean => {
  if (attribute.toLowerCase() === 'id') return id === value
  const name = Object.keys(attributes).find(each => each.toLowerCase() === attribute.toLowerCase())
  const text = name === undefined ? undefined : attributes[name]
  return name === 'externalId' ? text === value : isText(text) && text.toLowerCase() === value.toLowerCase()
}

/** A number of a page, with what stands for one that is absent and the least it may be; undefined for none. */
const number = (values: readonly string[], usual: number, least: number): number | undefined => {
  if (values.length === 0) return usual
  return /^-?\d{1,10}$/.test(values[0] ?? '') ? Math.max(least, Number(values[0])) : undefined
}

const mostPerPage = 200 as number

export const scim = {
  ...scimGroups,
  condition,
  groupsOf,
  home,
  isTaken,
  isVisible,
  kept,
  matches,
  mostPerPage,
  nameFits,
  nameOf,
  number,
  schemas,
}
