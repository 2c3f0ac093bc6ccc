import { createClient, expect, test, verifies } from '../../harness'
import { expectRefusedCreation } from './refused-creation'

test.describe('post_logout_redirect_uris of a client', () => {
  for (const [what, address] of [
    ['a bare word', 'foo'],
    ['a path', '/bye'],
    ['an empty one', ''],
  ] as const)
    test(...verifies('CLI-028', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members({ post_logout_redirect_uris: ['https://app.example/bye'] })

      const reply = await send(createClient(admin, { ...good, post_logout_redirect_uris: [address] }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  for (const [what, address] of [
    ['http for a client that keeps a secret', 'http://app.example/bye'],
    ['wildcards', 'https://*.app.example/logout/*'],
  ] as const)
    test(...verifies('CLI-028', what), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members({ post_logout_redirect_uris: [address] })))

      expect(reply).toHaveStatus(201)
      expect(reply.at('/post_logout_redirect_uris'), 'post_logout_redirect_uris').toBeTheSet([address])
    })
})
