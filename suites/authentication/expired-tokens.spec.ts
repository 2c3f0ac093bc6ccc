import {
  cannotTell,
  expect,
  listClients,
  listDirectories,
  listIdentityProviders,
  listUsers,
  test,
  verifies,
  type Reply,
} from '../../harness'

/** The token gets through to the operation, whatever its rights: a 401 afterwards is about its age. */
const isAuthenticated = ({ status }: Reply) => status === 200 || status === 403

test.describe('an expired token', () => {
  for (const [family, ask] of [
    ['clients', listClients],
    ['directories', listDirectories],
    ['identity providers', listIdentityProviders],
    ['users', listUsers],
  ] as const)
    test(...verifies('AUTHN-010', family, '@slow'), async ({ given, send, time, tenant }) => {
      const client = await given.client({ access_token_ttl: 1 })
      const token = await given.tokenOf(client)
      const before = await send(ask(token))
      if (!isAuthenticated(before)) cannotTell(`a good token is answered ${before.status} for ${family}`)

      await time.passes({ seconds: 60 + tenant.skewSeconds + 5, for: client })
      const reply = await send(ask(token))

      expect(reply).toBeRefused(401)
    })
})
