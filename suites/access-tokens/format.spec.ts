import { decodeJws, expect, readJws, test, tokenRequest, verifies } from '../../harness'
import { guideClient } from '../token/guide-client'

/** RFC 7518 3.1 and its extensions for elliptic curves. */
const asymmetric = /^((RS|PS|ES)(256|384|512)|ES256K|EdDSA|Ed25519|Ed448|ML-DSA-\d+)$/

/** As seconds the year 5138, as milliseconds 1973: no date of a token in either unit comes near it. */
const tooLate = 1e11

test.describe('format of an access token', () => {
  test(...verifies('JWT-001'), async ({ send, tenant }) => {
    const token = String((await send(tokenRequest(guideClient(tenant)))).at('/access_token'))
    const segments = token.split('.')

    expect(segments.length, 'the number of segments').toBe(3)
    expect(
      segments.every(segment => /^[\w-]*$/.test(segment)),
      'each segment',
    ).toHold('base64url without padding', 'other characters')
    expect(decodeJws(token)?.header, 'the header').toBePresent()
    expect(decodeJws(token)?.claims, 'the claims').toBePresent()
  })

  test(...verifies('JWT-002'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))

    const { header, segments } = readJws(reply.at('/access_token'))

    expect(header.alg, 'alg').toMatch(asymmetric)
    expect(segments[2] !== '', 'the signature').toHold('there', 'empty')
  })

  test(...verifies('JWT-004'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))

    const { exp, iat, nbf } = readJws(reply.at('/access_token')).claims
    const now = Date.parse(reply.header('date') ?? new Date().toUTCString()) / 1000

    expect(exp, 'exp').toBeWithin(now, tooLate)
    expect(iat ?? 0, 'iat').toBeWithin(0, Number(exp) - 1)
    expect(nbf ?? 0, 'nbf').toBeWithin(0, Number(exp) - 1)
  })
})
