import { createClient, expect, note, oddity, test, verifies } from '../../harness'
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

/** Absolute, and yet nothing a browser is well sent to: accepted it is odd, or at least worth a note. */
const questionable = [
  ['a fragment', fragment, () => oddity('a redirect address with a fragment is accepted (RFC 6749 3.1.2)')],
  ['a script', script, () => oddity('a script is accepted for a redirect address')],
  ['a scheme of its own', ownScheme, () => note('measured', 'a scheme of its own is accepted for a redirect address')],
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

  for (const [what, redirect_uri, report] of questionable)
    test(...verifies('CLI-027', what), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members(login([redirect_uri]))))

      if (reply.status === 201) report()
      expect(reply).toHaveStatus(201, 400, 422)
    })
})
