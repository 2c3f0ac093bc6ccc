/** Members of a client that leaves nothing out: each member has a value that a careless change can lose. */
export const rich = {
  scope: ['admin', 'user'],
  grant_types: ['client_credentials', 'authorization_code', 'refresh_token'],
  access_token_ttl: 60,
  refresh_token_ttl: 120,
  refresh_token_idle_ttl: 90,
  redirect_uris: ['https://app.example/callback', 'https://app.example/silent'],
  post_logout_redirect_uris: ['https://app.example/bye'],
  rule_set_names: ['READ_ONLY_TENANT_ADMIN'],
} as const
