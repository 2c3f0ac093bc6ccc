import { expect, oddity, test, verifies } from '../../harness'
import { begins, callback, isLogin, isRefused, loginClient, loginWith, parametersOf } from './login'
import { destination, handedOver, inWords, leadsTo } from './redirect'
import { expectTold } from './told'

/** All that has a meaning in a query or in a form, and a percent sign as if it were encoded already. */
const reserved = 'a b&c=d+e%20f/?#g;h"i'

const methods = [
  ['the method plain', { code_challenge_method: 'plain' }, false],
  ['the method none', { code_challenge_method: 'none' }, false],
  ['the method s256 in small letters', { code_challenge_method: 's256' }, true],
  ['a challenge without a method', { code_challenge_method: undefined }, true],
] as const

test.describe('a login that is refused', () => {
  test(...verifies('OIDC-023'), async ({ given, send, tenant }) => {
    const parameters = parametersOf(await loginClient(given))
    await begins(send, loginWith(parameters), tenant)

    for (const [slip, response_type] of [
      ['the response_type foo', 'foo'],
      ['no response_type', undefined],
    ] as const) {
      const request = loginWith(parameters, { response_type, state: reserved })
      const errors = ['unsupported_response_type', 'invalid_request']
      expectTold(await send(request), request, { slip, errors }, tenant)
    }
  })

  test(...verifies('OIDC-024'), async ({ given, send, tenant }) => {
    const parameters = parametersOf(await loginClient(given))
    await begins(send, loginWith(parameters), tenant)

    const reply = await send(loginWith(parameters, { prompt: 'none', state: reserved }))

    const to = destination(reply, tenant)
    const answer = to && handedOver(to)
    expect(leadsTo(to, callback), 'the answer to prompt=none').toHold(
      'a redirect to the redirect_uri',
      inWords(reply, tenant),
    )
    expect(answer?.get('error'), 'error').toBeOneOf('login_required', 'interaction_required')
    if (answer?.get('error') === 'interaction_required') oddity('prompt=none is answered with interaction_required')
    expect(answer?.get('state'), 'state').toBe(reserved)
  })

  test(...verifies('OIDC-025'), async ({ given, send, tenant }) => {
    const parameters = parametersOf(await loginClient(given))
    await begins(send, loginWith(parameters), tenant)

    for (const [slip, change, isTolerated] of methods) {
      const request = loginWith(parameters, change)
      const reply = await send(request)

      const isTaken = isTolerated && isLogin(reply, callback, tenant)
      if (isTaken) oddity(`${slip} is taken for S256, or for none at all`)
      if (!isTaken) expectTold(reply, request, { slip, errors: ['invalid_request'] }, tenant)
    }
  })

  test(...verifies('OIDC-027'), async ({ given, send, tenant }) => {
    const stranger = await loginClient(given, { grant_types: ['client_credentials'] })
    await begins(send, loginWith(parametersOf(await loginClient(given))), tenant)

    const request = loginWith(parametersOf(stranger))
    const reply = await send(request)

    const to = destination(reply, tenant)
    expect(to ? leadsTo(to, callback) : isRefused(reply), 'the answer to the client').toHold(
      'a refusal with 400, or a redirect to its registered address',
      inWords(reply, tenant),
    )
    expect(to ? handedOver(to).get('error') : 'unauthorized_client', 'error').toBe('unauthorized_client')
    if (!to && reply.status !== 400) oddity(`a client without the grant was refused with ${reply.status}, not 400`)
  })
})
