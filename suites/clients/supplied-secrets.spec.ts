import { derived, expect, nameOf, secret, test, tokenRequest, verifies, type Client } from '../../harness'

const others = [
  ['the client_id', ({ client_id }: Client) => client_id],
  ['an empty one', () => ''],
  ['one that was never anybody’s', () => secret()],
  ['one with a character more', ({ secret: own }: Client) => derived(`${own}x`, `"${nameOf(own)}x"`)],
] as const

test.describe('supplied secret', () => {
  for (const [what, other] of others)
    test(...verifies('CLI-009', `not ${what}`), async ({ given, send }) => {
      const client = await given.client()

      const reply = await send(tokenRequest({ ...client, secret: other(client) }))

      expect(reply).toBeRefused([401, 400])
      expect(await send(tokenRequest(client))).toHaveStatus(200)
    })
})
