import { cannotTell, choice, expect, oddity, patchClient, test, verifies } from '../../harness'
import { shows } from './record'
import { watched } from './token-life'

const one = ['READ_ONLY_TENANT_ADMIN'] as const
const both = ['READ_ONLY_TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN'] as const

test.describe('tokens when a client changes and no rule set is removed', () => {
  test(...verifies('CLI-046', 'another lifetime, then a further rule set'), async ({ given, send, settles }) => {
    const { client, once, untilRevoked } = await watched({ given, send, settles }, one)
    const admin = await given.admin()
    expect(await once()).toHaveStatus(200)

    for (const change of [{ access_token_ttl: 61 }, { rule_set_names: both }]) {
      const { status } = await send(patchClient(admin, client.client_id, change))
      if (status !== 200) cannotTell(`${Object.keys(change).join()} could not be changed: ${status}`)
      expect(await once()).toHaveStatus(200)
    }

    expect(await untilRevoked()).toHaveStatus(200)
  })

  test(...verifies('CLI-046', 'the same rule sets in another order'), async ({ given, send, settles }) => {
    const { client, once, untilRevoked } = await watched({ given, send, settles }, both)
    expect(await once()).toHaveStatus(200)

    const reply = await send(patchClient(await given.admin(), client.client_id, { rule_set_names: both.toReversed() }))
    if (!shows('rule_set_names', both)(reply)) cannotTell(`the rule sets could not be reordered: ${reply.status}`)
    const last = await untilRevoked()

    choice('CLI-046', 'the same rule sets in another order', last.status === 401 ? 'withdraw tokens' : 'spare tokens')
    if (last.status === 401) oddity('the same rule sets in another order withdraw the tokens')
    expect(last).toHaveStatus(200, 401)
  })
})
