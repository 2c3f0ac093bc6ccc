import { expect, listClients, test, tokenRequest, verifies } from '../../harness'

/** Seconds that may have been spent between issuing a token and reading the reply. */
const spentAlready = 30

test.describe('lifetime of an access token', () => {
  for (const minutes of [1, 7, 60, 10_080])
    test(...verifies('TOK-005', `a client with ${minutes} minutes`), async ({ given, send }) => {
      const client = await given.client({ access_token_ttl: minutes })

      const reply = await send(tokenRequest(client))

      expect(reply).toHaveStatus(200)
      expect(reply.at('/expires_in'), 'expires_in').toBeWithin(minutes * 60 - spentAlready, minutes * 60)
    })

  test(...verifies('TOK-009', '', '@slow'), async ({ given, send, time, tenant }) => {
    const client = await given.client({ access_token_ttl: 1 })
    const token = await given.tokenOf(client)
    expect(await send(listClients(token))).toHaveStatus(200)

    await time.passes({ seconds: 60 + tenant.skewSeconds + 5, for: client })

    expect(await send(listClients(token))).toBeRefused(401)
  })
})
