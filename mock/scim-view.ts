import type { Members } from './client'
import type { Exchange } from './exchange'
import type { Resource, ResourceType } from './scim-resource'

/** Paths of users and groups. */
export const scimPaths = {
  User: '/usergroup/scim/v2/Users',
  Group: '/usergroup/scim/v2/Groups',
} as const satisfies Record<ResourceType, string>

/** The address of a user or group. */
export const resourceAddress = ({ tenant }: Exchange, type: ResourceType, id: string): string =>
  `${tenant.baseUrl}${scimPaths[type]}/${id}`

const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** All users or groups that the caller may see. */
export const visibleResources = ({ tenant, laws, actor }: Exchange, type: ResourceType): readonly Resource[] =>
  [...tenant.store.resources.values()].filter(
    resource => resource.type === type && laws.scim.isVisible(resource, actor?.client.directory),
  )

const relations = (exchange: Exchange, resource: Resource): Members => {
  const reference = (type: ResourceType, id: string, display: unknown) => ({
    value: id,
    $ref: resourceAddress(exchange, type, id),
    ...(typeof display === 'string' && { display }),
  })
  const { resources } = exchange.tenant.store
  if (resource.type === 'Group')
    return {
      members: resource.members
        .filter(id => resources.has(id))
        .map(id => reference('User', id, resources.get(id)?.attributes.displayName)),
    }
  const groups = exchange.laws.scim.groupsOf(resource, visibleResources(exchange, 'Group'))
  return { groups: groups.map(({ id, attributes }) => reference('Group', id, attributes.displayName)) }
}

/** A user or group as readers see it. */
export const resourceView = (exchange: Exchange, resource: Resource): Members => {
  const { id, type, attributes, created, changed } = resource
  return {
    schemas: [exchange.laws.scim.schemas[type]],
    id,
    ...attributes,
    ...relations(exchange, resource),
    meta: {
      resourceType: type,
      created: dateOf(created),
      lastModified: dateOf(changed),
      location: resourceAddress(exchange, type, id),
    },
  }
}
