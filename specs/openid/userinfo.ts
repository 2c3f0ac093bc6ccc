import { rules } from '../area'

export const userinfo = rules('OIDC', {
  'OIDC-016': {
    rule: 'userinfo without a token is 401 with a Bearer challenge, on GET and POST',
    level: 'MUST',
    basis: 'documented+standard',
    says: [
      'reference#/paths/~1acs~1userinfo/get',
      'reference#/paths/~1acs~1userinfo/post',
      'oidc-core#5.3.3',
      'rfc6750#3',
    ],
    on: ['getUserInfo', 'getUserInfoPost'],
    leaves: 'nothing',
    tolerates: '403: a warning',
  },
  'OIDC-017': {
    rule: 'userinfo for a token without an end user yields no invented identity',
    level: 'MUST',
    basis: 'standard',
    says: ['oidc-core#5.3'],
    on: ['getUserInfo'],
    leaves: 'nothing',
    tolerates: '401/403/400/404 all fine',
  },
  'OIDC-018': {
    rule: "userinfo for a user token returns sub equal to the ID token's sub, identically for GET and POST",
    level: 'MUST',
    basis: 'documented+standard',
    says: ['reference#/components/schemas/IdToken/required', 'oidc-core#5.3.2'],
    on: ['getUserInfo', 'getUserInfoPost'],
    leaves: 'nothing',
    tolerates: 'skipped without user; both media types, see A-27; subject duplicates sub',
    tier: 'extended',
  },
})
