import type { Requirement } from './area'
import { accessTokens } from './access-tokens'
import { authentication } from './authentication'
import { authorization } from './authorization'
import { clients } from './clients'
import { directories } from './directories'
import { errors } from './errors'
import { host } from './host'
import { http } from './http'
import { identityProviders } from './identity-providers'
import { journey } from './journey'
import { media } from './media'
import { openid } from './openid'
import { revocation } from './revocation'
import { rotation } from './rotation'
import { samlMetadata } from './saml-metadata'
import { scim } from './scim'
import { security } from './security'
import { syncClient } from './sync-client'
import { token } from './token'

export type { Requirement } from './area'
export type { Citation } from './documents'
export { generations, isVersioned, mediaTypeOf, type Generation, type VersionedOperation } from './media-types'
export { adminOperations, allOperations, operation, operations, scimOperations } from './operations'
export type { Authentication, Operation, OperationId } from './operations'
export { readings, type AmbiguityId, type Reading } from './readings'
export { labelOf, urlOf } from './sources'
export { unchecked } from './unchecked'

/** Every requirement by its id, in the order of the catalogue. */
export const requirements = {
  ...journey.requirements,
  ...token.requirements,
  ...accessTokens.requirements,
  ...revocation.requirements,
  ...authentication.requirements,
  ...authorization.requirements,
  ...clients.requirements,
  ...rotation.requirements,
  ...directories.requirements,
  ...syncClient.requirements,
  ...identityProviders.requirements,
  ...samlMetadata.requirements,
  ...openid.requirements,
  ...scim.requirements,
  ...errors.requirements,
  ...host.requirements,
  ...media.requirements,
  ...http.requirements,
  ...security.requirements,
} as const

export type RequirementId = keyof typeof requirements

/** All ids, in the order of the catalogue. */
export const requirementIds = Object.keys(requirements) as RequirementId[]

/** An area as a report shows it. */
export interface Area {
  readonly code: string
  readonly title: string
  readonly ids: readonly RequirementId[]
}

/** The areas in the order of the catalogue, each with its ids. */
export const areas: readonly Area[] = [
  journey,
  token,
  accessTokens,
  revocation,
  authentication,
  authorization,
  clients,
  rotation,
  directories,
  syncClient,
  identityProviders,
  samlMetadata,
  openid,
  scim,
  errors,
  host,
  media,
  http,
  security,
].map(({ code, title, requirements }) => ({ code, title, ids: Object.keys(requirements) as RequirementId[] }))

/** The requirement of that id. */
export const requirement = (id: RequirementId): Requirement => requirements[id]

const areaByCode = new Map(areas.map(area => [area.code, area]))

/** The area an id belongs to: the one whose code is the prefix of the id. */
export const areaOf = (id: RequirementId): Area => {
  const code = id.slice(0, id.indexOf('-'))
  const area = areaByCode.get(code)
  if (!area) throw new Error(`no area has the code ${code}; add its file to specs/index.ts`)
  return area
}

/** Tells whether a text is the id of a requirement. */
export const isRequirementId = (text: string): text is RequirementId => Object.hasOwn(requirements, text)
