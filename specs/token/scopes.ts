import { rules } from '../area'

export const scopes = rules('TOK', {
  'TOK-037': {
    rule: 'Without scope (or with an empty one) the token carries every scope registered for the client',
    level: 'MUST',
    basis: 'documented',
    says: ['reference#/components/schemas/TokenFormData/properties/scope', 'rfc6749#3.2'],
    on: ['createNewOAuth2Client', 'getAccessToken'],
    leaves: 'clients',
    tolerates:
      'Order free; scope member may be absent only when equal to the request (none): then check JWT scope claim, else: a note',
  },
  'TOK-038': {
    rule: 'A subset request yields exactly the requested registered scopes',
    level: 'MUST',
    basis: 'documented',
    says: ['reference#/components/schemas/TokenFormData/properties/scope'],
    on: ['getAccessToken'],
    leaves: 'tokens',
    tolerates: 'openid may be dropped for client_credentials (no user): a note',
  },
  'TOK-039': {
    rule: 'A scope the client does not own is never granted',
    level: 'MUST',
    basis: 'documented+standard',
    says: ['reference#/components/schemas/TokenFormData/properties/scope', 'rfc6749#5.2'],
    on: ['getAccessToken'],
    leaves: 'clients',
    tolerates: '400 invalid_scope also accepted (RFC 6749 5.2), see A-10',
  },
  'TOK-040': {
    rule: 'Scope comparison is case-sensitive',
    level: 'MUST',
    basis: 'documented',
    says: ['reference#/components/schemas/OAuth2Token/properties/scope', 'rfc6749#3.3'],
    on: ['getAccessToken'],
    leaves: 'tokens',
    tolerates:
      'Falling back to full default set when nothing matches is legitimate (A-10): then only require no literal ADMIN',
  },
})
