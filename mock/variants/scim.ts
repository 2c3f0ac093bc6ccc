import { envelope } from '../route'
import type { Distortion } from '../tenant'
import type { Variant } from './variant'

interface ScimError {
  readonly schemas?: readonly string[]
  readonly detail?: string
}

const inTheEnvelope: Distortion = wire => {
  const { schemas, detail = '' } = (wire.body ?? {}) as ScimError
  if (!schemas?.includes('urn:ietf:params:scim:api:messages:2.0:Error')) return wire
  const headers = { ...wire.headers, 'content-type': 'application/json' }
  return { ...wire, headers, body: envelope([{ code: `scim.${wire.status}`, message: detail }]) }
}

const inSmallLetters: Distortion = wire => {
  const { Resources, ...rest } = (wire.body ?? {}) as { Resources?: unknown }
  return Resources === undefined ? wire : { ...wire, body: { ...rest, resources: Resources } }
}

/** How users and groups are told about. */
export const scim = {
  'lists-called-resources': {
    story: 'lists of users and groups are called resources (A-04)',
    shows: 'a list of SCIM resources is called resources',
    distorts: { 'GET /usergroup/scim/v2/Users': inSmallLetters, 'GET /usergroup/scim/v2/Groups': inSmallLetters },
  },
  'scim-errors-in-the-envelope': {
    story: 'errors below the SCIM paths are in the envelope (A-02)',
    shows: 'an error 401 of GET for SCIM Users comes as an errors envelope',
    distorts: { 'every line': inTheEnvelope },
  },
} satisfies Record<string, Variant>
