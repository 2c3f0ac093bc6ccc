import { expect, revokeRequest, test, tokenRequest, twist, verifies } from '../../harness'
import { guideClient } from '../token/guide-client'
import { atAdvertised, discovered } from './advertised'
import { expectStaying } from './staying'

test.describe('endpoints where discovery says they are', () => {
  test(...verifies('OIDC-004', 'token_endpoint'), async ({ send, tenant }) => {
    const { line } = atAdvertised(await discovered(send), 'token_endpoint', 'POST', tenant)

    const reply = await send(twist(tokenRequest(guideClient(tenant)), { line }))

    expect(reply).toHaveStatus(200)
    expect(reply.at('/access_token'), 'access_token').toBePresent()
  })

  test(...verifies('OIDC-004', 'revocation_endpoint'), async ({ given, send, tenant }) => {
    const credentials = guideClient(tenant)
    const { line } = atAdvertised(await discovered(send), 'revocation_endpoint', 'POST', tenant)

    const reply = await send(twist(revokeRequest(credentials, await given.tokenOf(credentials)), { line }))

    expect(reply).toHaveStatus(200)
  })

  test(...verifies('OIDC-004', 'userinfo_endpoint'), async ({ given, send, tenant }) => {
    const bearer = await given.tokenOf(guideClient(tenant))
    const request = atAdvertised(await discovered(send), 'userinfo_endpoint', 'GET', tenant)

    const refused = await send(request)
    // Before it looks at a token, a tenant may refuse paths that do not exist as well.
    const known = await send({ ...request, bearer })
    const documented = await send({ line: 'GET /acs/userinfo', bearer })

    expect(refused).toHaveStatus(401, 403)
    expect(known.status !== 404 || documented.status === 404, 'userinfo_endpoint').toHold(
      'a path that exists, as the documented one does',
      `404, where GET /acs/userinfo is answered ${documented.status}`,
    )
  })

  test(...verifies('OIDC-004', 'jwks_uri'), async ({ send, tenant }) => {
    const request = atAdvertised(await discovered(send), 'jwks_uri', 'GET', tenant)

    const reply = await send(request)

    expect(reply).toHaveStatus(200)
    expect(reply.at('/keys'), 'keys').toBePresent()
  })

  test(...verifies('OIDC-008'), async ({ send, tenant }) => {
    const request = atAdvertised(await discovered(send), 'end_session_endpoint', 'GET', tenant)

    const reply = await send(request)

    expectStaying(reply, 'GET without parameters', undefined, tenant)
  })
})
