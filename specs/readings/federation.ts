import type { Reading } from './reading'

/** OpenID Connect and SAML. */
export const federation = {
  'A-25': {
    title: 'Metadata download: raw bytes or Base64 text',
    accepts: 'Raw XML passes, Base64 text is a note',
    notes: 'The form',
  },
  'A-26': {
    title: 'Member k of a symmetric key in a public key set',
    accepts: 'k in a public key set is a failure',
  },
  'A-27': {
    title: 'userinfo: JSON object or JWT',
    accepts: 'A JSON object and application/jwt are right; sub is required, a missing subject is a note',
    notes: 'The form',
  },
  'A-28': {
    title: 'Logout without a hint or without a redirect URI: vendor stricter than the standard',
    accepts:
      '400 passes; a confirmation page as in the standard is a warning; a redirect to an unverified URI is a failure',
    notes: 'Which of them happened',
  },
  'A-36': {
    title: 'Advertised endpoints on other paths than the documented ones',
    accepts: 'The advertised URLs are followed; what they do counts, not their paths',
    notes: 'The advertised paths',
  },
  'A-37': {
    title: 'Operations without a declared security requirement',
    accepts: 'SCIM and userinfo without a token are 401; SAML metadata may be public or protected',
    notes: 'The policy for SAML metadata',
  },
} as const satisfies Record<`A-${number}`, Reading>
