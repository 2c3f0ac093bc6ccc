import { freshId } from '../chance'
import type { Exchange } from '../exchange'
import { created, noContent, ok, route, scimRefused } from '../route'
import type { Resource, ResourceType } from '../scim-resource'
import { resourceAddress, resourceView, scimPaths, visibleResources } from '../scim-view'
import type { Wire } from '../wire'

const dialect = 'scim'

const unknown = (): Wire => scimRefused(404, 'There is no such resource.')

const find = (exchange: Exchange, type: ResourceType): Resource | undefined =>
  visibleResources(exchange, type).find(({ id }) => id === exchange.id)

const keep = ({ tenant }: Exchange, resource: Resource) => void tenant.store.resources.set(resource.id, resource)

const fresh = (exchange: Exchange, type: ResourceType, members: readonly string[]): Resource => {
  const { laws, tenant, json, actor } = exchange
  const id = freshId()
  const now = tenant.clock.now(id)
  const directory = laws.scim.home(actor?.client.directory ?? '')
  return { id, type, directory, attributes: laws.scim.kept(json().members), members, created: now, changed: now }
}

/** Whether all of these are users the caller may see. */
const areUsers = (exchange: Exchange, ids: readonly string[]): boolean => {
  const users = new Set(visibleResources(exchange, 'User').map(({ id }) => id))
  return ids.every(id => users.has(id))
}

const create = <const P extends string>(type: ResourceType, path: P) =>
  route(`POST ${path}`, { right: 'scim:write', dialect, reads: 'json', takes: 'scim', answers: 'scim' }, exchange => {
    const { laws, json } = exchange
    const draft = json().members
    if (!laws.scim.nameFits(type, draft))
      return scimRefused(400, `${laws.scim.nameOf[type]} is required.`, 'invalidValue')
    const members = type === 'Group' && draft.members !== undefined ? laws.scim.memberIds(draft.members) : []
    if (!members || !areUsers(exchange, members)) return scimRefused(400, 'members must be users.', 'invalidValue')

    const resource = fresh(exchange, type, members)
    if ([...exchange.tenant.store.resources.values()].some(other => laws.scim.isTaken(resource, other)))
      return scimRefused(409, 'The userName is in use.', 'uniqueness')
    keep(exchange, resource)
    return created(resourceView(exchange, resource), {
      'content-type': exchange.type,
      location: resourceAddress(exchange, type, resource.id),
    })
  })

const read = <const P extends string>(type: ResourceType, path: P) =>
  route(`GET ${path}/{id}`, { right: 'scim:read', dialect, reads: 'nothing', answers: 'scim' }, exchange => {
    const resource = find(exchange, type)
    return resource ? ok(resourceView(exchange, resource), { 'content-type': exchange.type }) : unknown()
  })

const page = (exchange: Exchange, found: readonly Resource[], start: number, count: number): Wire => {
  const shown = found.slice(start - 1, start - 1 + Math.min(count, exchange.laws.scim.mostPerPage))
  return ok(
    {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: found.length,
      startIndex: start,
      itemsPerPage: shown.length,
      Resources: shown.map(resource => resourceView(exchange, resource)),
    },
    { 'content-type': exchange.type },
  )
}

const list = <const P extends string>(type: ResourceType, path: P) =>
  route(`GET ${path}`, { right: 'scim:read', dialect, reads: 'nothing', answers: 'scim' }, exchange => {
    const { request, laws } = exchange
    const start = laws.scim.number(request.query.getAll('startIndex'), 1, 1)
    const count = laws.scim.number(request.query.getAll('count'), laws.scim.mostPerPage, 0)
    if (start === undefined || count === undefined)
      return scimRefused(400, 'startIndex and count must be whole numbers.', 'invalidValue')
    const filter = request.query.get('filter')
    const condition = filter === null ? undefined : laws.scim.condition(filter)
    if (filter !== null && !condition) return scimRefused(400, 'The filter is not understood.', 'invalidFilter')

    const found = visibleResources(exchange, type).filter(
      resource => !condition || laws.scim.matches(resource, condition.attribute, condition.value),
    )
    return page(exchange, found, start, count)
  })

const remove = <const P extends string>(type: ResourceType, path: P) =>
  route(`DELETE ${path}/{id}`, { right: 'scim:write', dialect, reads: 'nothing' }, exchange => {
    const resource = find(exchange, type)
    if (!resource) return unknown()
    exchange.tenant.store.resources.delete(resource.id)
    return noContent()
  })

/** A patch of members and name of a group; all of it or nothing. */
const patchGroup = route(
  `PATCH ${scimPaths.Group}/{id}`,
  { right: 'scim:write', dialect, reads: 'json', takes: 'scim', answers: 'scim' },
  exchange => {
    const group = find(exchange, 'Group')
    if (!group) return unknown()
    const after = exchange.laws.scim.patched(group, exchange.json().members)
    if ('scimType' in after) return scimRefused(400, 'The patch cannot be applied.', after.scimType)
    const added = after.members.filter(id => !group.members.includes(id))
    if (!areUsers(exchange, added)) return scimRefused(400, 'members must be users.', 'invalidValue')
    const changed = { ...after, changed: exchange.tenant.clock.now(group.id) }
    keep(exchange, changed)
    return ok(resourceView(exchange, changed), { 'content-type': exchange.type })
  },
)

const { User, Group } = scimPaths

/** Users and groups, as far as they can be created, read, listed and deleted, and members of groups changed. */
export const scim = [
  create('User', User),
  list('User', User),
  read('User', User),
  remove('User', User),
  create('Group', Group),
  list('Group', Group),
  read('Group', Group),
  remove('Group', Group),
  patchGroup,
] as const
