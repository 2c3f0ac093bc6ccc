import type { Reading } from './reading'

/** Tokens and clients. */
export const oauth = {
  'A-07': {
    title: 'Refresh lifetimes without the refresh_token grant, equal lifetimes, and 0 in a PATCH',
    accepts:
      'Without the grant any values are accepted, equal ones included. With it an idle lifetime above the refresh lifetime is refused; equality and a PATCH to 0 go either way',
    notes: 'The policy for equality and for 0',
  },
  'A-08': {
    title: 'expires_in of -1 and 0',
    accepts:
      'A fresh token has more than 0 seconds; -1 is a warning if the token carries no exp, else a failure; 0 is a failure',
    notes: 'The value',
  },
  'A-09': {
    title: 'Grant types differ between token endpoint, client enumeration and prose',
    accepts:
      'The enumerated values register. For jwt-bearer unauthorized_client, unsupported_grant_type and invalid_grant are all right; 200 for an invalid assertion is a failure',
    notes: 'Whether jwt-bearer registers',
  },
  'A-10': {
    title: 'Unmatched scopes: ignored or refused',
    accepts: '400 invalid_scope, the full default set and an empty scope are right; the foreign scope never is',
    notes: 'Which of them happened',
  },
  'A-11': {
    title: 'Basic header and form credentials in one request',
    accepts:
      '200 for the client of the header and 400 invalid_request are right; form credentials that win are a failure',
    notes: 'Which of them happened',
  },
  'A-12': {
    title: 'Encoding of Basic credentials: raw or form-encoded first',
    accepts: 'Requests carry the raw pair; every other check uses ids and secrets on which both readings coincide',
    notes: 'Which encoding works for special characters',
  },
  'A-13': {
    title: 'Management access: admin scope, rule set, or both',
    accepts: 'Both are needed: a write without one of them is a failure, a read a warning',
    notes: 'The matrix of scope and rule set',
  },
  'A-14': {
    title: 'A client is addressed by client_id or by its UUID',
    accepts: 'client_id is the address',
    notes: 'Whether the UUID works too',
  },
  'A-15': {
    title: 'Rights of a token that survives the removal of its rule set',
    accepts: 'Only the survival of the token is judged; it may keep the removed rights or lose them (403)',
    notes: 'The rights it keeps',
  },
  'A-16': {
    title: 'Unit of primary_secret_auto_retires_at',
    accepts: 'Seconds and milliseconds are told apart by magnitude: above 1e11 it is milliseconds',
    notes: 'The unit',
  },
  'A-17': {
    title: 'Retirement after 0 minutes, and the delay of the sweep',
    accepts:
      'After 0 minutes nobody is locked out and two secrets do not stay valid unannounced. Automatic retirement is judged 75 minutes after its time',
    notes: 'The measured time of retirement',
  },
  'A-22': {
    title: 'Fate of issued tokens after deletion, rotation or a reduced scope',
    accepts: 'No failure: the exposure is measured. Tokens that end with their client are recommended',
    notes: 'The exposure in seconds',
  },
  'A-23': {
    title: 'redirect_uris emptied by PATCH while authorization_code needs them',
    accepts: '400 and 200 are right; after 200 no redirect_uri is accepted by authorize',
    notes: 'Which of them happened',
  },
  'A-38': {
    title: 'Meaning of start_index and pageSize',
    accepts: 'Full pages are judged; on the last page pageSize may be the size asked for or the number of elements',
    notes: 'The meaning of pageSize',
  },
  'A-43': {
    title: 'Scope openid missing from the list of options',
    accepts: 'openid registers',
  },
  'A-44': {
    title: 'What makes a client public',
    accepts: 'A client with client_credentials always gets a secret; one with authorization_code only may have none',
    notes: 'The rule observed',
  },
  'A-47': {
    title: 'Payload of retire-primary-secret: empty or ignored',
    accepts: '204 and 400 are right for a body; its content never takes effect',
    notes: 'Which of them happened',
  },
  'A-52': {
    title: 'Upper limit of a secret on creation',
    accepts: 'No upper limit of a secret is judged on creation; refresh_token is text',
    notes: 'The longest secret accepted',
  },
} as const satisfies Record<`A-${number}`, Reading>
