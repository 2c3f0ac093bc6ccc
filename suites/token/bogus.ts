/** Where authorization codes of the clients here go: a name that nobody can own (RFC 2606). */
const callback = 'https://app.example/callback'

/** What a client needs besides a grant type to be registered for it. */
export const registration = {
  authorization_code: { redirect_uris: [callback] },
  refresh_token: { refresh_token_ttl: 120, refresh_token_idle_ttl: 60 },
  password: {},
} as const

export type UserGrant = keyof typeof registration

/** Members of a client that may use client_credentials and one more grant. */
export const registeredFor = (grant: UserGrant) => ({
  ...registration[grant],
  grant_types: ['client_credentials', grant],
})

/** What each grant sends along: well-formed, and issued by nobody. */
export const bogus = {
  authorization_code: { grant_type: 'authorization_code', code: 'no-such-code', redirect_uri: callback },
  refresh_token: { grant_type: 'refresh_token', refresh_token: 'nosuchrefreshtoken' },
  password: {
    grant_type: 'password',
    username: 'no-such-user',
    password: 'not-the-password',
    domain: 'nowhere.example',
  },
} as const

export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** jwt-bearer cannot be registered, so a tenant may stop at any of these. */
export const unregistrable = ['unauthorized_client', 'unsupported_grant_type', 'invalid_grant'] as const
