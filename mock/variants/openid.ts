import { authorize as law } from '../laws/authorize'
import type { Distortion } from '../tenant'
import type { Variant } from './variant'

const asJson: Distortion = wire =>
  wire.status === 200 ? { ...wire, headers: { ...wire.headers, 'content-type': 'application/json' } } : wire

const page = (error: string): string =>
  `<!doctype html><html lang="en"><title>Sign in</title><h1>Signing in is not possible</h1><p>${error}</p></html>`

const asPage: Distortion = wire => {
  const { error } = (wire.body ?? {}) as { error?: string }
  if (error === undefined) return wire
  return { ...wire, headers: { ...wire.headers, 'content-type': 'text/html;charset=UTF-8' }, body: page(error) }
}

/** Choices of logins, logouts and published keys. */
export const openid = {
  'login-errors-on-the-spot': {
    story: 'the errors of a login are answered 400, but for the one a client without a page waits for',
    shows: 'a login with no response_type is refused by an answer 400',
    chooses: {
      authorize: {
        tellsAt: (redirect, isTrusted, error) =>
          error === 'login_required' ? law.tellsAt(redirect, isTrusted, error) : undefined,
      },
    },
  },
  'login-errors-as-pages': {
    story: 'errors of a login that nobody is sent back with are shown on a page',
    shows: 'a login with no client_id is refused on a page',
    distorts: { 'GET /acs/authorize': asPage },
  },
  'logout-confirmed': {
    story: 'a logout without a hint is answered with a page that asks (A-28)',
    shows: 'a logout by GET without a hint is answered with a page',
    chooses: { openid: { asks: hint => hint === 'missing' } },
  },
  'keys-as-json': {
    story: 'the key set comes as application/json (OIDC-010)',
    shows: 'the key set comes as application/json',
    distorts: { 'GET /acs/jwks': asJson, 'GET /SAAS/API/1.0/REST/auth/token': asJson },
  },
} satisfies Record<string, Variant>
