const lists = ['/scope', '/grant_types', '/redirect_uris', '/post_logout_redirect_uris', '/rule_set_names']
const items = ['/scope/*', '/grant_types/*', '/redirect_uris/*', '/post_logout_redirect_uris/*', '/rule_set_names/*']
const texts = ['/client_id', '/secret']
const refreshTtls = ['/refresh_token_ttl', '/refresh_token_idle_ttl']

/** Which requirement refuses which slips: every documented constraint of a registration stands here once. */
export const slips = [
  ['CLI-019', 'a client_id of a wrong length', { keywords: ['minLength', 'maxLength'], at: ['/client_id'] }],
  ['CLI-020', 'a client_id of wrong characters', { keywords: ['pattern'], at: ['/client_id'] }],
  ['CLI-021', 'a mandatory member missing', { keywords: ['required'], at: ['/client_id', '/scope', '/grant_types'] }],
  ['CLI-022', 'an empty mandatory list', { keywords: ['minItems'], at: ['/scope', '/grant_types'] }],
  ['CLI-023', 'an unknown grant type', { keywords: ['enum'], at: ['/grant_types/*'] }],
  ['CLI-024', 'a scope of wrong characters', { keywords: ['pattern'], at: ['/scope/*'] }],
  ['CLI-025', 'an unknown rule set', { keywords: ['enum'], at: ['/rule_set_names/*'] }],
  ['CLI-026', 'no redirect_uris for the grant', { keywords: ['required', 'minItems'], at: ['/redirect_uris'] }],
  ['CLI-027', 'a redirect_uri that is no address', { keywords: ['pattern'], at: ['/redirect_uris/*'] }],
  ['CLI-029', 'no refresh lifetimes for the grant', { keywords: ['required'], at: refreshTtls }],
  ['CLI-031', 'an idle lifetime too long', { keywords: ['atMost'], at: ['/refresh_token_idle_ttl'] }],
  ['CLI-032', 'a wrong access_token_ttl', { keywords: ['minimum', 'type'], at: ['/access_token_ttl'] }],
  ['MEDIA-013', 'a member of a wrong type', { keywords: ['type'], at: [...texts, ...lists, ...items, ...refreshTtls] }],
] as const
