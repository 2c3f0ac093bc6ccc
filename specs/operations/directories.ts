import type { Operation } from './operation'

/** Directories and their sync clients. */
export const directoryOperations = {
  getAllDirectories: {
    method: 'GET',
    path: '/usergroup/broker/directories',
    authentication: 'admin',
    answers: {
      200: { mediaType: 'application/json', schema: 'directories/list' },
    },
    errors: 'errors/vendor',
  },
  createNewDirectory: {
    method: 'POST',
    path: '/usergroup/broker/directories',
    authentication: 'admin',
    request: { mediaType: 'application/json', schema: 'directories/create', required: true },
    answers: {
      201: { mediaType: 'application/json', schema: 'directories/directory' },
      400: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
  getDirectoryById: {
    method: 'GET',
    path: '/usergroup/broker/directories/{id}',
    authentication: 'admin',
    answers: {
      200: { mediaType: 'application/json', schema: 'directories/directory' },
      404: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
  patchDirectoryById: {
    method: 'PATCH',
    path: '/usergroup/broker/directories/{id}',
    authentication: 'admin',
    request: { mediaType: 'application/json', schema: 'directories/update', required: true },
    answers: {
      200: { mediaType: 'application/json', schema: 'directories/directory' },
      400: {},
      404: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
  deleteDirectoryById: {
    method: 'DELETE',
    path: '/usergroup/broker/directories/{id}',
    authentication: 'admin',
    answers: {
      202: {},
      404: {},
    },
    errors: 'errors/vendor',
  },
  getDirectorySyncClientById: {
    method: 'GET',
    path: '/usergroup/broker/directories/{id}/sync-client',
    authentication: 'admin',
    answers: {
      200: { mediaType: 'application/json', schema: 'directories/sync-client' },
      404: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
  generateCredentialsForSyncClient: {
    method: 'POST',
    path: '/usergroup/broker/directories/{id}/sync-client',
    authentication: 'admin',
    parameters: ['action'],
    request: { mediaType: 'application/json', schema: 'directories/sync-client-request' },
    answers: {
      200: { mediaType: 'application/json', schema: 'directories/sync-client' },
      400: {},
      404: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
} as const satisfies Record<string, Operation>
