import { choice, expect, fateOf, oddity, type Reply, type Tenant } from '../../harness'
import { isOurs } from './advertised'
import { isRefused } from './login'
import { destination, inWords } from './redirect'

/** A page may send a browser on by itself. */
const refreshesTo = (reply: Reply, host: string): boolean =>
  (reply.header('refresh') ?? '').includes(host) ||
  (/http-equiv=["']?refresh/i.test(reply.text) && reply.text.includes(host))

/** Whether a logout sends the browser to the host of an address. */
const isFollowed = (reply: Reply, address: string, tenant: Tenant): boolean => {
  const { host } = new URL(address)
  return destination(reply, tenant)?.host === host || refreshesTo(reply, host)
}

/**
 * A logout without a genuine hint stays where it is: 400 as documented, or a page of the tenant that asks the user, as
 * OpenID Connect has it, which is odd here.
 * @param address where the request wants to go afterwards, if anywhere
 */
export const expectStaying = (reply: Reply, what: string, address: string | undefined, tenant: Tenant): void => {
  const to = destination(reply, tenant)
  const isPage = reply.status === 200 || (to !== undefined && isOurs(to, tenant))

  const { line, query, form } = reply.exchange.request
  const hint = (query ?? form)?.id_token_hint === undefined ? 'without a hint' : 'with a bad hint'
  choice('A-28', `a logout by ${line.split(' ')[0]} ${hint} is`, fateOf(reply, 'answered with a page'))
  expect(address !== undefined && isFollowed(reply, address, tenant), `whether a logout by ${what} is sent on`).toBe(
    false,
  )
  expect(isPage || isRefused(reply), `the answer to a logout by ${what}`).toHold(
    'a refusal with 400',
    inWords(reply, tenant),
  )
  if (isPage) oddity(`a logout by ${what} is answered with a page that asks the user`)
  else if (reply.status !== 400) oddity(`a logout by ${what} was refused with ${reply.status}, not 400`)
}
