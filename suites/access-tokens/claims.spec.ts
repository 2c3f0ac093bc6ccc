import {
  cannotTell,
  choice,
  expect,
  readDiscovery,
  readJws,
  scopeClaim,
  test,
  tokenRequest,
  verifies,
} from '../../harness'
import { guideClient } from '../token/guide-client'

test.describe('claims of an access token', () => {
  test(...verifies('JWT-005'), async ({ given, send, tenant }) => {
    const { claims } = readJws(await given.tokenOf(guideClient(tenant)))

    const discovery = await send(readDiscovery())
    if (typeof discovery.at('/issuer') !== 'string') cannotTell('discovery names no issuer')

    const aud = Array.isArray(claims.aud) ? 'a list' : typeof claims.aud === 'string' ? 'one name' : 'absent'
    choice('JWT-001', 'aud of an access token is', aud)
    expect(claims.iss, 'iss').toBe(discovery.at('/issuer'))
  })

  test(...verifies('JWT-006'), async ({ given, time }) => {
    const client = await given.client()

    const one = await given.tokenOf(client)
    // Within a second all claims may be the same, and so may be the tokens.
    await time.passes({ seconds: 2, for: client })
    const other = await given.tokenOf(client)

    const [first, second] = [one, other].map(token => readJws(token).claims.jti)
    choice('JWT-006', 'an access token has', first === undefined ? 'no jti' : 'a jti')
    const isTheirOwn = first === undefined || first !== second || one === other
    expect(isTheirOwn, 'jti of a second token').toHold('another one', 'the same')
  })

  test(...verifies('JWT-007'), async ({ given, send }) => {
    const client = await given.client()

    const reply = await send(tokenRequest(client))
    const { header, claims } = readJws(reply.at('/access_token'))

    expect(reply).toKeepSecret(client.secret, 'the client secret')
    expect({ ...reply, text: JSON.stringify([header, claims]) }).toKeepSecret(client.secret, 'the client secret')
  })

  for (const [asked, form] of [
    ['all scopes', {}],
    ['one of two scopes', { scope: 'user' }],
  ] as const)
    test(...verifies('JWT-008', asked), async ({ given, send }) => {
      const client = await given.client({ scope: ['admin', 'user'] })

      const reply = await send(tokenRequest(client, form))
      const claim = scopeClaim(readJws(reply.at('/access_token')))
      const member = reply.at('/scope')
      test.skip(claim === undefined || typeof member !== 'string', 'scope is missing in the token or in the reply')

      expect(claim, 'scope in the token').toBeTheSet(String(member).split(' ').filter(Boolean))
    })
})
