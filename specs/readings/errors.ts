import type { Reading } from './reading'

/** Errors and statuses. */
export const errors = {
  'A-01': {
    title: 'Vendor envelope or OAuth error object on token, revoke and authorize',
    accepts:
      'OAuth endpoints answer with the OAuth object. The envelope alone is a failure on token and a warning on revoke and logout, for which no body is documented. Both shapes merged in one object pass',
    notes: 'The shape of each endpoint',
  },
  'A-02': {
    title: 'Vendor envelope or SCIM error message on the SCIM paths',
    accepts: 'A SCIM error passes, an envelope is a warning, neither of them (empty or HTML) is a failure',
    notes: 'The shape per status; a missing scimType',
  },
  'A-03': {
    title: 'Errors made in front of the application by a gateway',
    accepts:
      'The body is not judged for 413, 414, 421, 429, 431, 502, 503, 504, nor when a gateway has marked the answer; the status still is',
    notes: 'How many answers came from a gateway',
  },
  'A-32': {
    title: '444: a status line or a bare close',
    accepts:
      '444 with an empty body passes, and so does a connection closed or reset without a byte after the request. 400, 403, 404, 421 from the infrastructure are a warning; an answer of the application is a failure. A reset during the TLS handshake is no evidence',
    notes: 'The form, the time it took',
  },
  'A-34': {
    title: 'Error example without enclosing braces',
    accepts: 'Only the object parses; a literal fragment is a failure',
  },
  'A-35': {
    title: 'Statuses that are documented nowhere',
    accepts:
      'An undocumented status that HTTP calls right passes; one that HTTP calls wrong is judged by the requirement',
    notes: 'The undocumented statuses per operation',
  },
  'A-39': {
    title: 'Status of failed client authentication: 400, 401 or 403',
    accepts: '401 passes, 400 invalid_client and 403 are warnings, everything else is a failure',
    notes: 'The status',
  },
  'A-46': {
    title: '401 or 403',
    accepts: 'The other of the two is a warning; 2xx never is right',
    notes: 'Where they are swapped',
  },
} as const satisfies Record<`A-${number}`, Reading>
