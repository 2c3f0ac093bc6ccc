import { rules } from '../area'

export const versions = rules('SCIM', {
  'SCIM-059': {
    rule: 'A stale version is refused with 409 (or 412) when versions are exposed',
    level: 'MUST',
    basis: 'documented',
    says: [
      'reference#/paths/~1usergroup~1scim~1v2~1Users~1{id}/put/responses/409',
      'reference#/paths/~1usergroup~1scim~1v2~1Users~1{id}/patch/responses/409',
      'rfc7644#3.14',
      'rfc9110#13.1.1',
    ],
    on: ['putUser', 'patchUser'],
    leaves: 'directories',
    tolerates: 'No version exposed: skipped; header ignored though ETag exposed: a failure',
    tier: 'extended',
  },
  'SCIM-060': {
    rule: 'If ETag is sent it equals meta.version and If-None-Match gives 304',
    level: 'SHOULD',
    basis: 'standard',
    says: ['rfc7644#3.14'],
    on: ['getUser'],
    leaves: 'nothing',
    tolerates: 'Weak/strong prefix; skipped if absent',
    tier: 'extended',
  },
})
