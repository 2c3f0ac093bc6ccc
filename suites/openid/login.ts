import {
  cannotTell,
  expect,
  type Client,
  type Given,
  type Reply,
  type Request,
  type Send,
  type Tenant,
} from '../../harness'
import { destination, inWords } from './redirect'

/** Where the login client wants its codes. Nobody is there: a redirect is read, never followed. */
export const callback = 'https://app.example/callback'

/** A client that may start a login, changed as asked for. */
export const loginClient = (given: Given, change: Readonly<Record<string, unknown>> = {}): Promise<Client> =>
  given.client({
    grant_types: ['authorization_code'],
    redirect_uris: [callback],
    scope: ['openid', 'profile'],
    rule_set_names: undefined,
    ...change,
  })

/** The parameters of a login as an application sends them; the challenge is the one of RFC 7636 appendix B. */
export const parametersOf = ({ client_id }: Pick<Client, 'client_id'>) => ({
  response_type: 'code',
  client_id,
  redirect_uri: callback,
  scope: 'openid',
  state: 'af0ifjsldkj',
  nonce: 'n-0S6_WzA2Mj',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
})

/** A login request; `undefined` leaves a parameter out. */
export const loginWith = (
  parameters: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | undefined>> = {},
): Request => ({ line: 'GET /acs/authorize', query: { ...parameters, ...change } })

/** The journey begins: a page, or a redirect to anywhere but the application. What the page looks like is free. */
export const isLogin = (reply: Reply, redirect: string, tenant: Tenant): boolean => {
  const to = destination(reply, tenant)
  return reply.status === 200 || (to !== undefined && to.origin !== new URL(redirect).origin)
}

/** Proves that a login begins, so that the refusal of a twin has one cause; else the check is inconclusive. */
export const begins = async (send: Send, request: Request, tenant: Tenant): Promise<void> => {
  const reply = await send(request)
  if (!isLogin(reply, String(request.query?.redirect_uri), tenant))
    cannotTell(`no login begins even before anything is wrong: ${inWords(reply, tenant)}`)
}

/** The login begins. */
export const expectLogin = (reply: Reply, redirect: string, what: string, tenant: Tenant): void =>
  expect(isLogin(reply, redirect, tenant), `the answer to ${what}`).toHold(
    'the start of a login: a page, or a redirect that does not lead back to the application',
    inWords(reply, tenant),
  )

/** Refused, and by no redirect. */
export const isRefused = ({ status }: Reply): boolean => status >= 400 && status < 500
