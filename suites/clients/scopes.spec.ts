import { choice, createClient, expect, fateOf, listClients, oddity, test, tokenRequest, verifies } from '../../harness'
import { credentialsIn } from './credentials-in'
import { expectRefusedCreation } from './refused-creation'
import { tokenIn } from './token-in'

const malformed = [
  ['a blank inside', ['ban ana']],
  ['two known ones in one text', ['admin user']],
  ['an empty one', ['']],
  ['a character that is not permitted', ['adm<in']],
  ['a malformed one beside a good one', ['admin', 'ban ana']],
] as const

/** Well-formed, but on no list: a tenant may refuse it or keep it, as long as nobody is raised to an administrator. */
const unlisted = [
  ['an unknown one', 'foo', false],
  ['a number', 42, true],
] as const

test.describe('scopes of a client', () => {
  for (const scope of ['admin', 'user', 'openid', 'profile', 'email'])
    test(...verifies('CLI-024', scope), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members({ scope: [scope] })))

      expect(reply).toHaveStatus(201)
      expect(reply.at('/scope'), 'scope').toBeTheSet([scope])
    })

  for (const [what, scope] of malformed)
    test(...verifies('CLI-024', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, { ...good, scope }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  for (const [what, scope, isOdd] of unlisted)
    test(...verifies('CLI-024', what), async ({ given, send }) => {
      const admin = await given.admin()
      const members = given.members({ scope: [scope] })

      const reply = await send(createClient(admin, members))

      choice('CLI-024', `${what} among the scopes of a client is`, fateOf(reply, 'kept'))
      if (isOdd && reply.status === 201) oddity(`${what} was coerced into a scope`)
      expect(reply).toHaveStatus(201, 400, 422)
      const issued = await send(tokenRequest(credentialsIn(members)))
      expect(await send(listClients(tokenIn(issued)))).toBeRefused([401, 403])
      expect(await send(listClients(admin, { page_size: 1 }))).toHaveStatus(200)
    })
})
