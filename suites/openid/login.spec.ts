import { expect, oddity, test, verifies, type Reply, type Send, type Tenant } from '../../harness'
import { callback, begins, expectLogin, isLogin, loginClient, loginWith, parametersOf } from './login'
import { destination, handedOver, inWords } from './redirect'
import { isOurs } from './advertised'

/** The first page of the journey: redirects are followed on the tenant itself only, three at most. */
const firstPage = async (reply: Reply, send: Send, tenant: Tenant, hops = 3): Promise<Reply> => {
  const to = destination(reply, tenant)
  if (!to) return reply
  test.skip(hops === 0, 'the login begins with more redirects than are followed here')
  test.skip(!isOurs(to, tenant), `the login is at ${to.host}, which this run does not ask`)
  return firstPage(await send({ line: `GET /${to.pathname.slice(1)}${to.search}` }), send, tenant, hops - 1)
}

/** No other site may show the page in a frame (RFC 6819 4.4.1.9). */
const isFrameable = (page: Reply) =>
  !/frame-ancestors/i.test(page.header('content-security-policy') ?? '') &&
  !/^(deny|sameorigin)/i.test(page.header('x-frame-options') ?? '')

test.describe('the start of a login', () => {
  test(...verifies('OIDC-022'), async ({ given, send, tenant }) => {
    const client = await loginClient(given)

    const reply = await send(loginWith(parametersOf(client)))

    const to = destination(reply, tenant)
    expect(to && handedOver(to).get('code'), 'a code without a login').toBeAbsent()
    expectLogin(reply, callback, 'a valid request', tenant)
  })

  test(...verifies('OIDC-028'), async ({ given, send, tenant }) => {
    const parameters = parametersOf(await loginClient(given))
    await begins(send, loginWith(parameters), tenant)

    for (const scope of ['openid nonexistent', 'nonexistent openid email']) {
      const reply = await send(loginWith(parameters, { scope }))

      const to = destination(reply, tenant)
      const isTold = to !== undefined && handedOver(to).get('error') === 'invalid_scope'
      if (isTold) oddity(`the scope "${scope}" is refused with invalid_scope`)
      expect(isTold || isLogin(reply, callback, tenant), `the answer to scope "${scope}"`).toHold(
        'the start of a login',
        inWords(reply, tenant),
      )
    }
  })

  test(...verifies('OIDC-029'), async ({ given, send, tenant }) => {
    const request = loginWith(parametersOf(await loginClient(given)))

    const first = await send(request)
    const page = await firstPage(first, send, tenant)
    test.skip(first.status !== 200 && page.status !== 200, 'the login does not go on without the cookies of a browser')

    expectLogin(first, callback, 'a valid request', tenant)
    expect(first).toHaveHeader('cache-control', /no-store/i)
    expect(page).toHaveHeader('cache-control', /no-store/i)
    expect(isFrameable(page), 'whether other sites may show the login in a frame').toBe(false)
  })
})
