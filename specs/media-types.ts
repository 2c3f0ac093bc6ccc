import type { OperationId } from './operations'

/**
 * The generations of media types a tenant may serve. `vmware` stands in the reference of 2024, `omnissa` in the
 * prose of the guide only, `json` in the reference since July 2025.
 */
export type Generation = 'vmware' | 'omnissa' | 'json'

/** Generations from the newest to the oldest. */
export const generations = ['json', 'omnissa', 'vmware'] as const satisfies readonly Generation[]

const accessControl = 'horizon.manager.accesscontrol.broker'
const federation = 'vidm.federation.broker'
const userGroup = 'vidm.usergroup.broker'

/** What follows the brand in the vendor's own type of each management operation that carries a body. */
const vendorNames = {
  getAllOAuth2ClientSummaries: `${accessControl}.oauth2client.list`,
  createNewOAuth2Client: `${accessControl}.oauth2client.with.rule.sets`,
  getOAuth2ClientById: `${accessControl}.oauth2client.with.rule.sets`,
  patchOAuth2ClientById: `${accessControl}.oauth2client.with.rule.sets`,
  rotateSecretForOAuth2ClientById: `${accessControl}.oauth2client.secret.rotation`,
  getAllIdentityProviders: `${federation}.identityprovider.list`,
  createNewIdentityProvider: `${federation}.identityprovider`,
  getIdentityProviderById: `${federation}.identityprovider`,
  patchIdentityProviderById: `${federation}.identityprovider`,
  getSamlServiceProviderMetadataDetails: `${federation}.samlspmetadata.details`,
  getAllDirectories: `${userGroup}.directory.list`,
  createNewDirectory: `${userGroup}.directory`,
  getDirectoryById: `${userGroup}.directory`,
  patchDirectoryById: `${userGroup}.directory`,
  getDirectorySyncClientById: `${userGroup}.directory.syncclientconfiguration`,
  generateCredentialsForSyncClient: `${userGroup}.directory.syncclientconfiguration`,
} as const satisfies Partial<Record<OperationId, string>>

/** Operations whose media type has changed from generation to generation. */
export type VersionedOperation = keyof typeof vendorNames

/** Tells whether an operation ever had a vendor media type of its own. */
export const isVersioned = (id: OperationId): id is VersionedOperation => Object.hasOwn(vendorNames, id)

const brands = { vmware: 'vmware', omnissa: 'Omnissa' } as const

/** The media type of an operation's body in one generation: `application/vnd.Omnissa.….oauth2client.list+json`. */
export const mediaTypeOf = (id: VersionedOperation, generation: Generation): string =>
  generation === 'json' ? 'application/json' : `application/vnd.${brands[generation]}.${vendorNames[id]}+json`
