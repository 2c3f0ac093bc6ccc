import type { Operation } from './operation'

/** Identity providers. */
export const identityProviderOperations = {
  getAllIdentityProviders: {
    method: 'GET',
    path: '/federation/broker/identity-providers',
    authentication: 'admin',
    answers: {
      200: { mediaType: 'application/json', schema: 'identity-providers/list' },
    },
    errors: 'errors/vendor',
  },
  createNewIdentityProvider: {
    method: 'POST',
    path: '/federation/broker/identity-providers',
    authentication: 'admin',
    request: { mediaType: 'application/json', schema: 'identity-providers/create', required: true },
    answers: {
      201: { mediaType: 'application/json', schema: 'identity-providers/identity-provider' },
      400: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
  getIdentityProviderById: {
    method: 'GET',
    path: '/federation/broker/identity-providers/{idpId}',
    authentication: 'admin',
    answers: {
      200: { mediaType: 'application/json', schema: 'identity-providers/identity-provider' },
      404: {},
    },
    errors: 'errors/vendor',
  },
  patchIdentityProviderById: {
    method: 'PATCH',
    path: '/federation/broker/identity-providers/{idpId}',
    authentication: 'admin',
    request: { mediaType: 'application/json', schema: 'identity-providers/update', required: true },
    answers: {
      200: { mediaType: 'application/json', schema: 'identity-providers/identity-provider' },
      400: {},
      404: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
  deleteIdentityProviderById: {
    method: 'DELETE',
    path: '/federation/broker/identity-providers/{idpId}',
    authentication: 'admin',
    answers: {
      204: {},
      404: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
} as const satisfies Record<string, Operation>
