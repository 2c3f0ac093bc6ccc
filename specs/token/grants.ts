import { rules } from '../area'

export const grants = rules('TOK', {
  'TOK-041': {
    rule: 'Over-long or ill-formed form fields are rejected with a 4xx OAuth error',
    level: 'MUST',
    basis: 'documented',
    says: [
      'reference#/components/schemas/TokenFormData/properties/client_id',
      'reference#/components/schemas/TokenFormData/properties/client_secret',
      'reference#/components/schemas/TokenFormData/properties/redirect_uri',
      'reference#/components/schemas/TokenFormData/properties/code_verifier',
    ],
    on: ['getAccessToken'],
    leaves: 'tokens',
    tolerates:
      'invalid_client (401) for over-long credentials; maximum-length valid values must not be refused for length',
  },
  'TOK-042': {
    rule: 'Grant-specific required parameters are enforced',
    level: 'MUST',
    basis: 'documented+standard',
    says: [
      'reference#/components/schemas/TokenFormData/properties/code',
      'reference#/components/schemas/TokenFormData/properties/refresh_token',
      'reference#/components/schemas/TokenFormData/properties/assertion',
      'reference#/components/schemas/TokenFormData/properties/username',
      'rfc6749#5.2',
    ],
    on: ['createNewOAuth2Client', 'getAccessToken'],
    leaves: 'clients',
    tolerates: 'invalid_grant: a warning; password grant may be disabled tenant-wide (unauthorized_client, skipped)',
  },
  'TOK-043': {
    rule: 'Bogus codes, refresh tokens and assertions give invalid_grant',
    level: 'MUST',
    basis: 'documented+standard',
    says: ['reference#/components/schemas/TokenFormData/properties/assertion', 'rfc6749#5.2', 'rfc7523#3.1'],
    on: ['createNewOAuth2Client', 'getAccessToken'],
    leaves: 'clients',
    tolerates: 'invalid_request for malformed assertion: a note',
  },
  'TOK-044': {
    rule: 'Parallel issuance is safe: simultaneous requests all succeed with usable tokens',
    level: 'SHOULD',
    basis: 'derived',
    says: ['guide#step-2'],
    on: ['getAccessToken', 'getAllDirectories'],
    leaves: 'tokens',
    tolerates: '429 with Retry-After: a note',
    tier: 'extended',
  },
})
