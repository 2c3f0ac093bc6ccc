import type { Operation } from './operation'

/** SCIM 2.0 users and Me. */
export const scimUserOperations = {
  getUserSearch: {
    method: 'GET',
    path: '/usergroup/scim/v2/Users',
    authentication: 'bearer',
    parameters: ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes'],
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/user-list' },
      400: {},
    },
    errors: 'scim/error',
  },
  createUser: {
    method: 'POST',
    path: '/usergroup/scim/v2/Users',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/user-request', required: true },
    answers: {
      201: { mediaType: 'application/scim+json', schema: 'scim/user' },
      400: {},
    },
    errors: 'scim/error',
  },
  getUser: {
    method: 'GET',
    path: '/usergroup/scim/v2/Users/{id}',
    authentication: 'bearer',
    parameters: ['attributes', 'excludedAttributes'],
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/user' },
      404: {},
    },
    errors: 'scim/error',
  },
  putUser: {
    method: 'PUT',
    path: '/usergroup/scim/v2/Users/{id}',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/user-request', required: true },
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/user' },
      400: {},
      404: {},
      409: {},
    },
    errors: 'scim/error',
  },
  patchUser: {
    method: 'PATCH',
    path: '/usergroup/scim/v2/Users/{id}',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/patch-request', required: true },
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/user' },
      400: {},
      404: {},
      409: {},
    },
    errors: 'scim/error',
  },
  deleteUser: {
    method: 'DELETE',
    path: '/usergroup/scim/v2/Users/{id}',
    authentication: 'bearer',
    answers: {
      204: {},
      404: {},
    },
    errors: 'scim/error',
  },
  postUserSearch: {
    method: 'POST',
    path: '/usergroup/scim/v2/Users/.search',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/search-request', required: true },
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/user-list' },
    },
    errors: 'scim/error',
  },
  getMe: {
    method: 'GET',
    path: '/usergroup/scim/v2/Me',
    authentication: 'bearer',
    parameters: ['attributes'],
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/user' },
      400: {},
      404: {},
    },
    errors: 'scim/error',
  },
} as const satisfies Record<string, Operation>
