import { findClient } from '../client-lookup'
import type { Exchange } from '../exchange'
import { denied, ok, refused, route, withEnvelope } from '../route'
import type { Wire } from '../wire'

/** What the tenant says about itself. */
const discovery = route(
  'GET /acs/.well-known/openid-configuration',
  { dialect: 'envelope', reads: 'nothing' },
  ({ tenant, request, laws }) =>
    ok(laws.openid.configuration(laws.openid.issuer(tenant.baseUrl, request.header)), {
      'content-type': 'application/json',
    }),
)

const asKeys = { 'content-type': 'application/jwk-set+json' }

/** The keys that verify its tokens. */
const jwks = route('GET /acs/jwks', { dialect: 'envelope', reads: 'nothing' }, async ({ tenant, laws }) => {
  const { kid, jwk } = await tenant.keys()
  return ok(laws.openid.keySet(kid, jwk), asKeys)
})

/** The same keys where they used to be. */
const formerJwks = route(
  'GET /SAAS/API/1.0/REST/auth/token',
  { dialect: 'envelope', reads: 'nothing' },
  async ({ tenant, laws }) => {
    const { kid, jwk } = await tenant.keys()
    return ok(laws.openid.formerKeySet(laws.openid.keySet(kid, jwk)), asKeys)
  },
)

/** No grant of this tenant involves a user, so no token says who the user is: authorization answers before this. */
const nobody = () =>
  denied(403, [{ code: 'userinfo.subject.missing', message: 'The access token stands for no user.' }])

const userinfo = route('GET /acs/userinfo', { right: 'userinfo:read', dialect: 'envelope', reads: 'nothing' }, nobody)
const userinfoPost = route(
  'POST /acs/userinfo',
  { right: 'userinfo:read', dialect: 'envelope', reads: 'nothing' },
  nobody,
)

const astray = 'The logout needs a good id_token_hint and a registered post_logout_redirect_uri.'

/** Nobody is sent anywhere. Both error shapes at once. */
const nowhere = () =>
  withEnvelope(refused(400, 'invalid_request', astray), { code: 'openid.logout.refused', message: astray })

const question: Wire = {
  status: 200,
  headers: {
    'content-type': 'text/html;charset=UTF-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-frame-options': 'DENY',
  },
  body: '<!doctype html><html lang="en"><title>Sign out</title><h1>Sign out?</h1><p>Nobody is signed in.</p></html>',
}

type Parameter = (name: string) => string | undefined

/** No ID token was ever issued, so no hint is genuine and every logout ends here. */
const leave = async (exchange: Exchange, parameter: Parameter): Promise<Wire> => {
  const { tenant, laws } = exchange
  const [hint, address, state] = ['id_token_hint', 'post_logout_redirect_uri', 'state'].map(parameter)
  const presented = hint === undefined ? undefined : await tenant.tokens.read(hint)
  const kind = hint === undefined ? 'missing' : laws.openid.hintHolds(presented) ? 'good' : 'bad'
  const [audience = parameter('client_id') ?? ''] = [presented?.claims.aud ?? []].flat()
  const client = findClient(exchange, audience)
  const registered = client?.post_logout_redirect_uris ?? []
  if (laws.openid.asks(kind)) return question
  if (address === undefined || !laws.openid.mayReturn(kind, registered, address)) return nowhere()
  const rest =
    state === undefined ? '' : `${address.includes('?') ? '&' : '?'}${new URLSearchParams({ state }).toString()}`
  return { status: 302, headers: { location: `${address}${rest}` } }
}

const logout = route('GET /acs/openid/logout', { dialect: 'oauth', reads: 'nothing' }, exchange =>
  leave(exchange, name => exchange.request.query.get(name) || undefined),
)
const logoutPost = route('POST /acs/openid/logout', { dialect: 'oauth', reads: 'form' }, exchange =>
  leave(exchange, name => exchange.form().get(name)?.[0]),
)

export const openid = [discovery, jwks, formerJwks, userinfo, userinfoPost, logout, logoutPost] as const
