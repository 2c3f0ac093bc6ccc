import {
  createIdentityProvider,
  deleteIdentityProvider,
  listIdentityProviders,
  patchIdentityProvider,
  readIdentityProvider,
  type Given,
} from '../../harness'
import { listed, presence, type Family } from './calls'

/**
 * The operations on identity providers. The new one is made last: two at once for one directory may be too many.
 * @param id a provider that is there
 * @param fresh the members of a new one
 */
export const providerCalls = (
  given: Given,
  id: string,
  fresh: Readonly<Record<string, unknown>> & { readonly idp_name: string },
): Family => {
  const renamed = given.name()
  const read = (admin: string) => readIdentityProvider(admin, id)
  return {
    reads: [
      { operation: 'getAllIdentityProviders', as: listIdentityProviders, success: 200 },
      { operation: 'getIdentityProviderById', as: bearer => readIdentityProvider(bearer, id), success: 200 },
    ],
    changes: [
      {
        operation: 'patchIdentityProviderById',
        as: bearer => patchIdentityProvider(bearer, id, { idp_name: renamed }),
        success: 200,
        look: read,
        what: 'idp_name',
        shows: reply => reply.at('/idp_name'),
      },
      {
        operation: 'deleteIdentityProviderById',
        as: bearer => deleteIdentityProvider(bearer, id),
        success: 204,
        look: read,
        what: 'the identity provider',
        shows: presence,
      },
      {
        operation: 'createNewIdentityProvider',
        as: bearer => createIdentityProvider(bearer, fresh),
        success: 201,
        look: listIdentityProviders,
        what: 'the new identity provider',
        shows: listed('idp_name', fresh.idp_name),
      },
    ],
  }
}
