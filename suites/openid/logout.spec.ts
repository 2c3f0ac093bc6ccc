import { expect, test, verifies, withClaims } from '../../harness'
import { forgedHints } from './hints'
import { goodbye, leavingClient, logoutBy, ways } from './logout'
import { expectStaying } from './staying'

/** Members that say for whom a token is: a name, or a list of names. */
const audience = String.raw`"(sub|aud)" *: *("[^"]*"|\[("[^"]*",? *)*\])`

const foreign = 'https://evil.example/goodbye'

// A logout that is carried out takes the ID token of a user, which no check here can get: a refusal has no accepted
// twin. What is proved instead is that nothing but such a token opens the way.
test.describe('logout without a genuine hint', () => {
  for (const [what, parameters, address] of [
    ['no parameters', {}, undefined],
    ['an address alone', { post_logout_redirect_uri: foreign, state: 's' }, foreign],
  ] as const)
    test(...verifies('OIDC-030', what), async ({ send, tenant }) => {
      for (const way of ways)
        expectStaying(await send(logoutBy(way, parameters)), `${way} with ${what}`, address, tenant)
    })

  test(...verifies('OIDC-030', 'a registered address alone'), async ({ given, send, tenant }) => {
    const { client_id } = await leavingClient(given)

    for (const way of ways) {
      const reply = await send(logoutBy(way, { client_id, post_logout_redirect_uri: goodbye }))
      expectStaying(reply, `${way} with a registered address alone`, goodbye, tenant)
    }
  })

  for (const [forgery, of] of forgedHints)
    test(...verifies('OIDC-031', forgery), async ({ given, send, tenant }) => {
      const { client_id } = await leavingClient(given)
      const hint = { id_token_hint: await of(client_id, tenant), post_logout_redirect_uri: goodbye }

      for (const way of ways) expectStaying(await send(logoutBy(way, hint)), `${way} with ${forgery}`, goodbye, tenant)
    })

  test(...verifies('OIDC-031', 'a hint whose claims were altered'), async ({ given, send, tenant }) => {
    const client = await leavingClient(given)
    const token = await given.tokenOf(client)
    const altered = withClaims(token, audience, `"\\1":"${client.client_id}"`)

    for (const way of ways) {
      const reply = await send(logoutBy(way, { id_token_hint: altered, post_logout_redirect_uri: goodbye }))
      expectStaying(reply, `${way} with a hint whose claims were altered`, goodbye, tenant)
    }
  })

  test(...verifies('OIDC-032'), async ({ given, send, tenant }) => {
    const { client_id } = await leavingClient(given)
    const stranger = await forgedHints.at(-1)?.[1](client_id, tenant)

    for (const way of ways)
      for (const [what, parameters] of [
        ['garbage', { id_token_hint: 'not-a-token' }],
        ['a forged hint', { id_token_hint: String(stranger) }],
        ['client_id', { client_id }],
      ] as const)
        for (const address of [foreign, `${goodbye}.evil.example/`, 'https://app.example.evil.example/goodbye']) {
          const reply = await send(logoutBy(way, { ...parameters, post_logout_redirect_uri: address }))
          expectStaying(reply, `${way} with ${what} and an address nobody registered`, address, tenant)
        }
  })

  test(...verifies('OIDC-035', 'a form'), async ({ send, tenant }) => {
    for (const [what, parameters] of [
      ['no parameters', {}],
      ['garbage', { id_token_hint: 'not-a-token', post_logout_redirect_uri: foreign, state: 's' }],
    ] as const) {
      const [get, post] = [await send(logoutBy('GET', parameters)), await send(logoutBy('POST', parameters))]

      expectStaying(get, `GET with ${what}`, foreign, tenant)
      expect(post.status, `the status of POST with ${what}`).toBe(get.status)
    }
  })

  test(...verifies('OIDC-035', 'JSON'), async ({ send }) => {
    const parameters = { id_token_hint: 'not-a-token', post_logout_redirect_uri: foreign }

    const reply = await send({ line: 'POST /acs/openid/logout', json: parameters })

    expect(reply.status, 'the status of a logout in JSON').toBeWithin(400, 499)
  })
})
