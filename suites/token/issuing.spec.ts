import { choice, decodeJws, expect, oddity, test, tokenRequest, verifies } from '../../harness'
import { guideClient } from './guide-client'

const noStore = /(^|[\s,])no-store([\s,;]|$)/i

/** One object that holds the members of a token itself, not in a list and not inside another member. */
const isBare = (body: unknown) =>
  typeof body === 'object' && body !== null && ['access_token', 'token_type', 'expires_in'].some(name => name in body)

test.describe('token reply', () => {
  test(...verifies('TOK-001'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))

    expect(reply).toHaveStatus(200)
    expect(reply).toHaveMediaType('application/json')
    expect(isBare(reply.json()), 'the body').toHold('one JSON object with the token in it', 'another value')
  })

  test(...verifies('TOK-002'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))

    expect(reply).toMatchSchema('oauth/token', { at: '/access_token' })
  })

  test(...verifies('TOK-003'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))

    expect(reply).toMatchSchema('oauth/token', { at: '/token_type' })
    choice('TOK-003', 'token_type is spelled', String(reply.at('/token_type')))
  })

  test(...verifies('TOK-004'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))
    const isUndetermined = reply.at('/expires_in') === -1 && !decodeJws(reply.at('/access_token'))?.claims.exp

    choice('A-08', 'expires_in is', isUndetermined ? '-1, and the token has no end' : 'a number of seconds')
    expect(reply).toHaveStatus(200)
    if (isUndetermined) return oddity('expires_in is -1, and the token says nothing about its end either (A-08)')
    expect(reply).toMatchSchema('oauth/token', { at: '/expires_in' })
  })

  test(...verifies('TOK-013'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))

    expect(reply).toHaveStatus(200)
    expect(reply).toHaveHeader('cache-control', noStore)
  })

  test(...verifies('TOK-014'), async ({ send, tenant }) => {
    const reply = await send(tokenRequest(guideClient(tenant)))
    const mayBeStored = !noStore.test(reply.header('cache-control') ?? '')

    expect(reply).toHaveStatus(200)
    choice('TOK-014', 'Pragma in a token reply is', reply.header('pragma') ?? 'absent')
    // Cache-Control: no-store forbids caching without it.
    if (reply.header('pragma') === undefined && !mayBeStored) return
    expect(reply).toHaveHeader('pragma', /\bno-cache\b/i)
  })

  for (const [registered, change] of [
    ['a client with no other grant', {}],
    [
      'a client with the refresh_token grant as well',
      { grant_types: ['client_credentials', 'refresh_token'], refresh_token_ttl: 120, refresh_token_idle_ttl: 60 },
    ],
  ] as const)
    test(...verifies('TOK-015', registered), async ({ given, send }) => {
      const reply = await send(tokenRequest(await given.client(change)))

      expect(reply).toHaveStatus(200)
      expect(reply.at('/refresh_token'), 'refresh_token').toBeAbsent()
      expect(reply.at('/id_token'), 'id_token').toBeAbsent()
    })
})
