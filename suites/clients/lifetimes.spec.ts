import { choice, createClient, expect, fateOf, oddity, test, verifies } from '../../harness'
import { expectRefusedCreation } from './refused-creation'

/** Minutes above which a tenant may draw a line of its own. */
const exampleOfTheReference = 10_080

const improper = [
  ['a negative one', -1],
  ['a fraction', 1.5],
  ['a word', 'abc'],
  ['a truth value', true],
] as const

test.describe('access_token_ttl of a client', () => {
  for (const minutes of [1, exampleOfTheReference, 525_600])
    test(...verifies('CLI-032', `${minutes} minutes`), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members({ access_token_ttl: minutes })))

      const mayBeCapped = minutes > exampleOfTheReference && reply.status === 400
      choice('CLI-032', `an access_token_ttl of ${minutes} minutes is`, fateOf(reply))
      expect(reply).toHaveStatus(mayBeCapped ? 400 : 201)
      expect(reply.at('/access_token_ttl'), 'access_token_ttl').toBe(mayBeCapped ? undefined : minutes)
    })

  for (const [what, access_token_ttl] of improper)
    test(...verifies('CLI-032', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, { ...good, access_token_ttl }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  test(...verifies('CLI-032', 'a number as text'), async ({ given, send }) => {
    const admin = await given.admin()
    const good = given.members()

    const reply = await send(createClient(admin, { ...good, access_token_ttl: '61' }))

    choice('CLI-032', 'an access_token_ttl in quotation marks is', fateOf(reply))
    if (reply.status !== 201) return expectRefusedCreation(reply, good, { send, admin })
    oddity('access_token_ttl as text is taken for a number')
    expect(reply.at('/access_token_ttl'), 'access_token_ttl').toBe(61)
  })
})
