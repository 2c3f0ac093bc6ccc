import { isDeepStrictEqual } from 'node:util'
import { choice, createClient, expect, fateOf, oddity, test, verifies } from '../../harness'
import { expectRefusedCreation } from './refused-creation'

const published = [
  ['TENANT_ADMIN alone', ['TENANT_ADMIN']],
  ['IDP_AND_DIRECTORY_ADMIN alone', ['IDP_AND_DIRECTORY_ADMIN']],
  ['READ_ONLY_TENANT_ADMIN alone', ['READ_ONLY_TENANT_ADMIN']],
  ['two together', ['IDP_AND_DIRECTORY_ADMIN', 'READ_ONLY_TENANT_ADMIN']],
  ['an empty list', []],
  ['none', undefined],
] as const

const unpublished = [
  ['an unknown one', ['SUPER_ADMIN']],
  ['an empty one', ['']],
  ['an unknown one beside a published one', ['READ_ONLY_TENANT_ADMIN', 'SUPER_ADMIN']],
] as const

test.describe('rule sets of a client', () => {
  for (const [what, rule_set_names] of published)
    test(...verifies('CLI-025', what), async ({ given, send }) => {
      const admin = await given.admin()

      const reply = await send(createClient(admin, given.members({ rule_set_names })))

      expect(reply).toHaveStatus(201)
      expect(reply.at('/rule_set_names') ?? [], 'rule_set_names').toBeTheSet(rule_set_names ?? [])
    })

  test(...verifies('CLI-025', 'one named twice'), async ({ given, send }) => {
    const admin = await given.admin()
    const one = ['READ_ONLY_TENANT_ADMIN']

    const reply = await send(createClient(admin, given.members({ rule_set_names: [...one, ...one] })))

    const shown = reply.at('/rule_set_names')
    choice('CLI-025', 'a rule set named twice is', fateOf(reply, isDeepStrictEqual(shown, one) ? 'kept once' : 'kept'))
    expect(reply).toHaveStatus(201, 400)
    expect(reply.status === 201 ? shown : one, 'rule_set_names').toBeTheSet(one)
  })

  for (const [what, rule_set_names] of unpublished)
    test(...verifies('CLI-025', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, { ...good, rule_set_names }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  test(...verifies('CLI-025', 'a published one in lower case'), async ({ given, send }) => {
    const admin = await given.admin()
    const good = given.members()

    const reply = await send(createClient(admin, { ...good, rule_set_names: ['read_only_tenant_admin'] }))

    choice('CLI-025', 'a rule set in lower case is', fateOf(reply))
    if (reply.status !== 201) return expectRefusedCreation(reply, good, { send, admin })
    oddity('a rule set in lower case is accepted')
    expect(reply.at('/rule_set_names'), 'rule_set_names').toBeTheSet(['READ_ONLY_TENANT_ADMIN'])
  })
})
