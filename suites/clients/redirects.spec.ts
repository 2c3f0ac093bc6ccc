import { choice, createClient, expect, fateOf, oddity, test, verifies } from '../../harness'
import { expectRefusedCreation } from './refused-creation'

const login = (redirect_uris: unknown) => ({ grant_types: ['authorization_code'], redirect_uris })

const address = 'https://app.example/callback'

const missing = [
  ['left out', undefined],
  ['an empty list', []],
] as const

const absolute = [
  ['an https address', [address]],
  ['a port and a query', ['https://app.example:8443/callback?from=login']],
  ['wildcards', ['https://*.app.example/auth/*']],
  ['several', [address, 'https://other.example/callback']],
] as const

const relative = [
  ['a bare word', ['foo']],
  ['a path', ['/callback']],
  ['an empty one', ['']],
  ['a scheme without a colon', ['http//app.example']],
  ['a path beside an address', [address, '/callback']],
] as const

const fragment = `${address}#here`
const script = 'javascript:alert(1)'
const ownScheme = 'com.example.app:/callback'

/** Absolute, and yet nothing a browser is well sent to: accepted it is odd, a scheme excepted that apps use. */
const questionable = [
  ['a fragment', fragment, true],
  ['a script', script, true],
  ['a scheme of its own', ownScheme, false],
] as const

test.describe('redirect_uris of a client with authorization_code', () => {
  for (const [what, redirect_uris] of missing)
    test(...verifies('CLI-026', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members(login([address]))

      const reply = await send(createClient(admin, { ...good, redirect_uris }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  for (const [what, redirect_uris] of absolute)
    test(...verifies('CLI-027', what), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members(login(redirect_uris))))

      expect(reply).toHaveStatus(201)
      expect(reply.at('/redirect_uris'), 'redirect_uris').toBeTheSet(redirect_uris)
    })

  for (const [what, redirect_uris] of relative)
    test(...verifies('CLI-027', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members(login([address]))

      const reply = await send(createClient(admin, { ...good, redirect_uris }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  for (const [what, redirect_uri, isOdd] of questionable)
    test(...verifies('CLI-027', what), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members(login([redirect_uri]))))

      choice('CLI-027', `a redirect address with ${what} is`, fateOf(reply))
      if (isOdd && reply.status === 201) oddity(`a redirect address with ${what} is accepted`)
      expect(reply).toHaveStatus(201, 400, 422)
    })
})
