import type { Operation } from './operation'

/** OAuth 2.0: authorization, token, revocation. */
export const oauthOperations = {
  authorize: {
    method: 'GET',
    path: '/acs/authorize',
    authentication: 'none',
    parameters: [
      'redirect_uri',
      'client_id',
      'response_type',
      'state',
      'scope',
      'domain',
      'u',
      'login_hint',
      'nonce',
      'prompt',
      'max_age',
      'acr_values',
      'code_challenge',
      'code_challenge_method',
    ],
    answers: {
      200: {},
      400: {},
    },
    errors: 'oauth/error',
  },
  getAccessToken: {
    method: 'POST',
    path: '/acs/token',
    authentication: 'basic',
    request: { mediaType: 'application/x-www-form-urlencoded', schema: 'oauth/token-request' },
    answers: {
      200: { mediaType: 'application/json;charset=UTF-8', schema: 'oauth/token' },
      400: {},
    },
    errors: 'oauth/error',
  },
  revoke: {
    method: 'POST',
    path: '/acs/revoke',
    authentication: 'basic',
    request: { mediaType: 'application/x-www-form-urlencoded', schema: 'oauth/revoke-request' },
    answers: {
      200: {},
      400: {},
    },
    errors: 'oauth/error',
  },
} as const satisfies Record<string, Operation>
