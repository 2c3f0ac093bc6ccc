import { rules } from '../area'

export const me = rules('SCIM', {
  'SCIM-063': {
    rule: 'Me for a token without user does not return somebody',
    level: 'MUST',
    basis: 'standard',
    says: ['reference#/paths/~1usergroup~1scim~1v2~1Me/get/responses/404', 'rfc7644#3.11'],
    on: ['getMe'],
    leaves: 'nothing',
    tolerates: 'Client represented as user: a warning',
  },
  'SCIM-064': {
    rule: 'Me for a user token returns that user and honours attributes',
    level: 'MUST',
    basis: 'documented+standard',
    says: ['reference#/paths/~1usergroup~1scim~1v2~1Me/get', 'rfc7644#3.11'],
    on: ['getMe'],
    leaves: 'nothing',
    tolerates: 'skipped without user',
    tier: 'extended',
  },
})
