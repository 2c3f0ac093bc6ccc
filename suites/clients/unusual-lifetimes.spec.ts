import { choice, createClient, decodeJws, expect, fateOf, note, test, tokenRequest, verifies } from '../../harness'
import { credentialsIn } from './credentials-in'

/** Seconds that may have been spent between issuing a token and reading the reply. */
const spentAlready = 30

/** The most an int32 holds, and one more. */
const extremes = [2_147_483_647, 2_147_483_648]

test.describe('unusual access_token_ttl of a client', () => {
  for (const minutes of extremes)
    test(...verifies('CLI-033', `${minutes} minutes`), async ({ given, send }) => {
      const admin = await given.admin()
      const members = given.members({ access_token_ttl: minutes })

      const reply = await send(createClient(admin, members))

      choice('CLI-033', `an access_token_ttl of ${minutes} minutes is`, fateOf(reply))
      if (reply.status !== 201) return expect(reply).toBeRefused(400)
      const issued = await send(tokenRequest(credentialsIn(members)))
      expect(issued).toHaveStatus(200)
      expect(issued.at('/expires_in'), 'expires_in').toBeWithin(minutes * 60 - spentAlready, minutes * 60)
    })

  for (const [what, access_token_ttl] of [
    ['left out', undefined],
    ['of 0', 0],
  ] as const)
    test(...verifies('CLI-034', what), async ({ given, send }) => {
      const admin = await given.admin()
      const members = given.members({ access_token_ttl })

      const reply = await send(createClient(admin, members))
      const issued = await send(tokenRequest(credentialsIn(members)))

      const seconds = issued.at('/expires_in')
      choice('CLI-034', `an access_token_ttl ${what} is`, fateOf(reply))
      note(
        'measured',
        `with access_token_ttl ${what}, tokens live ${typeof seconds === 'number' ? seconds : 'no'} seconds`,
      )
      expect(reply).toHaveStatus(201, 400, 422)
      if (issued.status !== 200) return expect(issued).toBeRefused([401, 400])
      const exp = decodeJws(issued.at('/access_token'))?.claims.exp
      expect(seconds, 'expires_in').toBeWithin(1, Number.MAX_SAFE_INTEGER)
      expect(exp ?? seconds, 'exp in the token').toBeWithin(1, Number.MAX_SAFE_INTEGER)
    })
})
