import { denied, ok, refused, route, withEnvelope } from '../route'

/** What the tenant says about itself. */
const discovery = route(
  'GET /acs/.well-known/openid-configuration',
  { dialect: 'envelope', reads: 'nothing' },
  ({ tenant, request, laws }) =>
    ok(laws.openid.configuration(laws.openid.issuer(tenant.baseUrl, request.header)), {
      'content-type': 'application/json',
    }),
)

/** The keys that verify its tokens. */
const jwks = route('GET /acs/jwks', { dialect: 'envelope', reads: 'nothing' }, async ({ tenant, laws }) => {
  const { kid, jwk } = await tenant.keys()
  return ok(laws.openid.keySet(kid, jwk), { 'content-type': 'application/jwk-set+json' })
})

/** No grant of this tenant involves a user, so no token says who the user is: authorization answers before this. */
const nobody = () =>
  denied(403, [{ code: 'userinfo.subject.missing', message: 'The access token stands for no user.' }])

const userinfo = route('GET /acs/userinfo', { right: 'userinfo:read', dialect: 'envelope', reads: 'nothing' }, nobody)
const userinfoPost = route(
  'POST /acs/userinfo',
  { right: 'userinfo:read', dialect: 'envelope', reads: 'nothing' },
  nobody,
)

const unhinted = 'The parameter id_token_hint is missing or not valid.'

/** No ID token was ever issued, so no hint can be genuine, and nobody is sent anywhere. Both error shapes at once. */
const nowhere = () =>
  withEnvelope(refused(400, 'invalid_request', unhinted), { code: 'openid.id.token.hint.invalid', message: unhinted })

const logout = route('GET /acs/openid/logout', { dialect: 'oauth', reads: 'nothing' }, nowhere)
const logoutPost = route('POST /acs/openid/logout', { dialect: 'oauth', reads: 'form' }, nowhere)

export const openid = [discovery, jwks, userinfo, userinfoPost, logout, logoutPost] as const
