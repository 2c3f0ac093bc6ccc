import { families, type Kind } from '../families'

/** What a path of the administration is about. */
export interface Place {
  readonly kind: Kind | 'user' | 'group'
  /** Of the thing; absent: all of its kind. */
  readonly id?: string
}

const collections: readonly (readonly [Place['kind'], readonly string[]])[] = [
  ...families.map(({ kind, collection }) => [kind, collection.slice(1).split('/')] as const),
  ['user', ['usergroup', 'scim', 'v2', 'users']],
  ['group', ['usergroup', 'scim', 'v2', 'groups']],
]

const administration = /^(acs\/broker|federation|usergroup)(\/|$)/

/**
 * Where a path leads: to things that are administered, to the endpoints that give tokens and log people in (`login`),
 * or to something nobody here knows (`elsewhere`).
 * @param segments one reading of a request target
 */
export const placeOf = (segments: readonly string[]): Place | 'login' | 'elsewhere' => {
  const lower = segments.map(segment => segment.toLowerCase())
  const found = collections.find(([, names]) => names.every((name, at) => lower[at] === name))
  if (!found) return lower[0] === 'acs' && !administration.test(lower.join('/')) ? 'login' : 'elsewhere'
  const id = segments[found[1].length]
  return { kind: found[0], ...(id !== undefined && { id }) }
}
