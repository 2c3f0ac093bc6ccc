import type { Operation } from './operation'

/** OpenID Connect: keys, discovery, logout, userinfo. */
export const openidOperations = {
  getJwkKeys: {
    method: 'GET',
    path: '/acs/jwks',
    authentication: 'none',
    answers: {
      200: { mediaType: 'application/jwk-set+json', schema: 'oauth/jwks' },
      404: {},
    },
    errors: 'errors/vendor',
  },
  getOIDCConfiguration: {
    method: 'GET',
    path: '/acs/.well-known/openid-configuration',
    authentication: 'none',
    answers: {
      200: { mediaType: 'application/json', schema: 'openid/discovery' },
    },
    errors: 'errors/vendor',
  },
  logoutGet: {
    method: 'GET',
    path: '/acs/openid/logout',
    authentication: 'none',
    parameters: ['post_logout_redirect_uri', 'id_token_hint', 'state'],
    answers: {
      302: {},
      400: {},
    },
    errors: 'errors/vendor',
  },
  logoutPost: {
    method: 'POST',
    path: '/acs/openid/logout',
    authentication: 'none',
    request: { mediaType: 'application/x-www-form-urlencoded', schema: 'openid/logout-request' },
    answers: {
      302: {},
      400: {},
    },
    errors: 'errors/vendor',
  },
  getUserInfo: {
    method: 'GET',
    path: '/acs/userinfo',
    authentication: 'bearer',
    answers: {
      200: { mediaType: 'application/json', schema: 'openid/userinfo' },
    },
    errors: 'errors/vendor',
  },
  getUserInfoPost: {
    method: 'POST',
    path: '/acs/userinfo',
    authentication: 'bearer',
    answers: {
      200: { mediaType: 'application/json', schema: 'openid/userinfo' },
    },
    errors: 'errors/vendor',
  },
} as const satisfies Record<string, Operation>
