import {
  cannotTell,
  choice,
  expect,
  fateOf,
  oddity,
  patchClient,
  readClient,
  test,
  verifies,
  type Reply,
} from '../../harness'
import { shows } from './record'
import { watched } from './token-life'

const both = ['TENANT_ADMIN', 'READ_ONLY_TENANT_ADMIN'] as const
const one = ['READ_ONLY_TENANT_ADMIN'] as const
const reduction = { rule_set_names: one }

/** Ends the check as inconclusive where the rule set was not removed: then nothing follows from a token that lives. */
const removed = (reply: Reply) =>
  shows('rule_set_names', one)(reply) || cannotTell(`the rule set was not removed: ${reply.status}`)

test.describe('tokens when a rule set is removed', () => {
  for (const [flag, query] of [
    ['no flag', {}],
    ['the flag true', { revoke_token_on_rule_set_removal: true }],
  ] as const)
    test(...verifies('CLI-044', flag), async ({ given, send, settles }) => {
      const { client, once, untilRevoked } = await watched({ given, send, settles }, both)
      expect(await once()).toHaveStatus(200)

      removed(await send(patchClient(await given.admin(), client.client_id, reduction, query)))

      expect(await untilRevoked()).toBeRefused(401)
      expect(await send(readClient(await given.tokenOf(client), client.client_id))).toHaveStatus(200)
    })

  test(...verifies('CLI-045'), async ({ given, send, settles }) => {
    const { client, token, once, untilRevoked } = await watched({ given, send, settles }, both)
    expect(await once()).toHaveStatus(200)

    const query = { revoke_token_on_rule_set_removal: false }
    removed(await send(patchClient(await given.admin(), client.client_id, reduction, query)))
    const last = await untilRevoked()
    const write = await send(patchClient(token, client.client_id, { access_token_ttl: 61 }))

    choice('A-15', 'a write with a token that survives the removal of its rule set is', fateOf(write))
    if (last.status === 403) oddity('the surviving token loses the right to read, too')
    expect(last).toHaveStatus(200, 403)
  })

  test(...verifies('CLI-047'), async ({ given, send, settles }) => {
    const { client, once, untilRevoked } = await watched({ given, send, settles }, both)
    const admin = await given.admin()
    expect(await once()).toHaveStatus(200)

    const query = { revoke_token_on_rule_set_removal: 'maybe' }
    const reply = await send(patchClient(admin, client.client_id, reduction, query))
    const token = reply.status === 200 ? await untilRevoked() : await once()
    const read = await send(readClient(admin, client.client_id))

    const isIgnored = reply.status === 200 && token.status === 401
    choice('CLI-047', 'revoke_token_on_rule_set_removal=maybe is', fateOf(reply, 'ignored'))
    if (isIgnored) oddity('a flag that is no boolean is ignored: the rule set goes, and the tokens with it')
    expect(reply).toHaveStatus(...(isIgnored ? [200] : [400, 422]))
    expect(token).toHaveStatus(isIgnored ? 401 : 200)
    expect(read.at('/rule_set_names'), 'rule_set_names read later').toBeTheSet(isIgnored ? one : both)
  })
})
