import type { Line, Request } from './request'

type Query = NonNullable<Request['query']>

const type = 'application/scim+json'
const [users, groups] = ['/usergroup/scim/v2/Users', '/usergroup/scim/v2/Groups'] as const

const scim = (line: Line, bearer: string | undefined, rest: Partial<Request> = {}): Request => ({
  line,
  bearer,
  headers: { accept: type, ...(rest.json !== undefined && { 'content-type': type }) },
  ...rest,
})

export const listUsers = (bearer?: string, query: Query = {}): Request => scim(`GET ${users}`, bearer, { query })
export const createUser = (bearer: string | undefined, json: unknown): Request =>
  scim(`POST ${users}`, bearer, { json })
export const readUser = (bearer: string | undefined, id: string): Request => scim(`GET ${users}/${id}`, bearer)
export const deleteUser = (bearer: string | undefined, id: string): Request => scim(`DELETE ${users}/${id}`, bearer)

export const listGroups = (bearer?: string, query: Query = {}): Request => scim(`GET ${groups}`, bearer, { query })
/** A new group; `members` as given, `schemas` is added. */
export const createGroup = (bearer: string | undefined, members: Readonly<Record<string, unknown>>): Request =>
  scim(`POST ${groups}`, bearer, {
    json: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], ...members },
  })
export const readGroup = (bearer: string | undefined, id: string): Request => scim(`GET ${groups}/${id}`, bearer)
/** A patch of a group with the given operations (RFC 7644 section 3.5.2). */
export const patchGroup = (bearer: string | undefined, id: string, operations: readonly unknown[]): Request =>
  scim(`PATCH ${groups}/${id}`, bearer, {
    json: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations },
  })
export const deleteGroup = (bearer: string | undefined, id: string): Request => scim(`DELETE ${groups}/${id}`, bearer)
