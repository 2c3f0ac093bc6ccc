import type { Operation } from './operation'

/** SCIM 2.0 groups. */
export const scimGroupOperations = {
  searchGroups: {
    method: 'GET',
    path: '/usergroup/scim/v2/Groups',
    authentication: 'bearer',
    parameters: ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes'],
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/group-list' },
      400: {},
    },
    errors: 'scim/error',
  },
  createGroup: {
    method: 'POST',
    path: '/usergroup/scim/v2/Groups',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/group-request', required: true },
    answers: {
      201: { mediaType: 'application/scim+json', schema: 'scim/group' },
      400: {},
    },
    errors: 'scim/error',
  },
  getGroup: {
    method: 'GET',
    path: '/usergroup/scim/v2/Groups/{id}',
    authentication: 'bearer',
    parameters: ['attributes', 'excludedAttributes'],
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/group' },
      404: {},
    },
    errors: 'scim/error',
  },
  putGroup: {
    method: 'PUT',
    path: '/usergroup/scim/v2/Groups/{id}',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/group-request', required: true },
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/group' },
      400: {},
      404: {},
      409: {},
    },
    errors: 'scim/error',
  },
  patchGroup: {
    method: 'PATCH',
    path: '/usergroup/scim/v2/Groups/{id}',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/patch-request', required: true },
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/group' },
      400: {},
      404: {},
      409: {},
    },
    errors: 'scim/error',
  },
  deleteGroup: {
    method: 'DELETE',
    path: '/usergroup/scim/v2/Groups/{id}',
    authentication: 'bearer',
    answers: {
      204: {},
      404: {},
      409: {},
    },
    errors: 'scim/error',
  },
  postGroupsSearch: {
    method: 'POST',
    path: '/usergroup/scim/v2/Groups/.search',
    authentication: 'bearer',
    request: { mediaType: 'application/scim+json', schema: 'scim/search-request', required: true },
    answers: {
      200: { mediaType: 'application/scim+json', schema: 'scim/group-list' },
    },
    errors: 'scim/error',
  },
} as const satisfies Record<string, Operation>
