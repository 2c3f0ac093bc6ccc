import type { Operation } from './operation'

/** OAuth 2.0 client administration and secret rotation. */
export const clientOperations = {
  getAllOAuth2ClientSummaries: {
    method: 'GET',
    path: '/acs/broker/oauth2-clients',
    authentication: 'admin',
    parameters: ['start_index', 'page_size'],
    answers: {
      200: { mediaType: 'application/json', schema: 'clients/list' },
      400: {},
    },
    errors: 'errors/vendor',
  },
  createNewOAuth2Client: {
    method: 'POST',
    path: '/acs/broker/oauth2-clients',
    authentication: 'admin',
    request: { mediaType: 'application/json', schema: 'clients/create' },
    answers: {
      201: { mediaType: 'application/json', schema: 'clients/client' },
      400: {},
      409: {},
    },
    errors: 'errors/vendor',
  },
  getOAuth2ClientById: {
    method: 'GET',
    path: '/acs/broker/oauth2-clients/{id}',
    authentication: 'admin',
    answers: {
      200: { mediaType: 'application/json', schema: 'clients/client' },
      404: {},
    },
    errors: 'errors/vendor',
  },
  patchOAuth2ClientById: {
    method: 'PATCH',
    path: '/acs/broker/oauth2-clients/{id}',
    authentication: 'admin',
    parameters: ['revoke_token_on_rule_set_removal'],
    request: { mediaType: 'application/json', schema: 'clients/update' },
    answers: {
      200: { mediaType: 'application/json', schema: 'clients/client' },
      400: {},
      404: {},
    },
    errors: 'errors/vendor',
  },
  deleteOAuth2ClientById: {
    method: 'DELETE',
    path: '/acs/broker/oauth2-clients/{id}',
    authentication: 'admin',
    answers: {
      204: {},
      404: {},
    },
    errors: 'errors/vendor',
  },
  rotateSecretForOAuth2ClientById: {
    method: 'POST',
    path: '/acs/broker/oauth2-clients/{id}',
    authentication: 'admin',
    parameters: ['action'],
    request: { mediaType: 'application/json', schema: 'clients/rotation-request' },
    answers: {
      204: {},
      400: {},
      404: {},
    },
    errors: 'errors/vendor',
  },
} as const satisfies Record<string, Operation>
