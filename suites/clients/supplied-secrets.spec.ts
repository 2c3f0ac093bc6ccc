import { createClient, derived, expect, nameOf, secret, test, tokenRequest, verifies } from '../../harness'
import type { Credentials } from '../../harness'
import { credentialsIn } from './credentials-in'

const others = [
  ['the client_id', ({ client_id }: Credentials) => client_id],
  ['an empty one', () => ''],
  ['one that was never anybody’s', () => secret()],
  ['one with a character more', ({ secret: own }: Credentials) => derived(`${own}x`, `"${nameOf(own)}x"`)],
] as const

test.describe('supplied secret', () => {
  for (const [what, other] of others)
    test(...verifies('CLI-009', `not ${what}`), async ({ given, send }) => {
      const { token } = await given.bootstrap()
      const members = given.members()
      const client = credentialsIn(members)
      expect(await send(createClient(token, members))).toHaveStatus(201)

      const reply = await send(tokenRequest({ ...client, secret: other(client) }))

      expect(reply).toBeRefused([401, 400])
      expect(await send(tokenRequest(client))).toHaveStatus(200)
    })
})
