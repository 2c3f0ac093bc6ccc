import { choice, expect, oddity, type Reply, type Request, type Tenant } from '../../harness'
import { isRefused } from './login'
import { destination, handedOver, inWords, leadsTo } from './redirect'

const codes = /\b(invalid_(request|client|scope|grant)|unauthorized_client|(unsupported|invalid)_\w+|access_denied)\b/

/** The error code in a body: as a member, or shown on a page for people, which is odd. */
export const errorIn = (reply: Reply): string | undefined => {
  const member = reply.at('/error')
  if (typeof member === 'string') return member
  const [shown] = (reply.json() === undefined && codes.exec(reply.text)) || []
  if (shown !== undefined) oddity(`an error of ${reply.exchange.request.line} is shown on a page for people`)
  return shown
}

/** What a refusal of a login may say. */
export interface Refusal {
  /** What is wrong with the request, for the report. */
  readonly slip: string
  readonly errors: readonly string[]
  /** Error codes without a redirect, where they may be others. */
  readonly onTheSpot?: readonly string[]
}

/** The error reaches the application with its state as it was, or is answered on the spot with 400. */
export const expectTold = (reply: Reply, request: Request, refusal: Refusal, tenant: Tenant): void => {
  const { slip, errors, onTheSpot = errors } = refusal
  const { redirect_uri, state } = request.query ?? {}
  const to = destination(reply, tenant)

  choice('OIDC-023', `a login with ${slip} is refused by`, to ? 'a redirect' : `an answer ${reply.status}`)
  const isHome = to ? leadsTo(to, String(redirect_uri)) : isRefused(reply)
  expect(isHome, `the answer to ${slip}`).toHold(
    'a refusal with 400, or a redirect to the redirect_uri with an error',
    inWords(reply, tenant),
  )
  if (!to && reply.status !== 400) oddity(`${slip} was refused with ${reply.status}, not 400`)
  const error = to ? handedOver(to).get('error') : errorIn(reply)
  expect(error, `error of ${slip}`).toBeOneOf(...(to ? errors : onTheSpot))
  expect(to ? handedOver(to).get('state') : state, `state of ${slip}`).toBe(state)
}
