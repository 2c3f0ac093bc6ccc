import { oauthOperations } from './oauth'
import { openidOperations } from './openid'
import { clientOperations } from './clients'
import { identityProviderOperations } from './identity-providers'
import { samlMetadataOperations } from './saml-metadata'
import { directoryOperations } from './directories'
import { scimUserOperations } from './scim-users'
import { scimGroupOperations } from './scim-groups'
import type { Authentication, Operation } from './operation'

export type { Authentication, Body, Operation } from './operation'

/** The 45 operations of the vendor's reference, by operationId. */
export const operations = {
  ...oauthOperations,
  ...openidOperations,
  ...clientOperations,
  ...identityProviderOperations,
  ...samlMetadataOperations,
  ...directoryOperations,
  ...scimUserOperations,
  ...scimGroupOperations,
} as const

export type OperationId = keyof typeof operations

/** The operation of that id, with the members every operation has. */
export const operation = (id: OperationId): Operation => operations[id]

/** All operation ids, in the order of the areas. */
export const allOperations = Object.keys(operations) as OperationId[]

const thoseWith = (authentication: Authentication): readonly OperationId[] =>
  allOperations.filter(id => operations[id].authentication === authentication)

/** The 18 operations the reference protects with the admin scheme. */
export const adminOperations = thoseWith('admin')

/** Every SCIM operation: users, groups, Me. */
export const scimOperations: readonly OperationId[] = allOperations.filter(id => operation(id).errors === 'scim/error')
