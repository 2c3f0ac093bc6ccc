import { expect, patchClient, readClient, test, verifies } from '../../harness'
import { recordOf } from './record'
import { rich } from './rich-client'

const slips = [
  ['an unknown grant type', { grant_types: ['client_credentials', 'magic'] }],
  ['no grant type', { grant_types: [] }],
  ['a scope with a blank', { scope: ['ban ana'] }],
  ['no scope', { scope: [] }],
  ['an unknown rule set', { rule_set_names: ['READ_ONLY_TENANT_ADMIN', 'NOBODY'] }],
  ['a negative lifetime', { access_token_ttl: -1 }],
  ['a relative redirect address', { redirect_uris: ['/callback'] }],
] as const

/** Stands in front of the slip: whoever applies member by member has applied this one before the slip is noticed. */
const companion = { post_logout_redirect_uris: ['https://app.example/until-then'] }

test.describe('PATCH that breaks a rule of creation', () => {
  for (const [slip, members] of slips)
    test(...verifies('CLI-040', slip), async ({ given, send }) => {
      const admin = await given.admin()
      const { client_id } = await given.client(rich)
      const before = await send(readClient(admin, client_id))

      const reply = await send(patchClient(admin, client_id, { ...companion, ...members }))
      const after = await send(readClient(admin, client_id))

      expect(reply).toBeRefused(400)
      expect(reply).toCarryEnvelope()
      expect(recordOf(after), 'the client after the refusal').toBe(recordOf(before))
      expect(await send(patchClient(admin, client_id, companion))).toHaveStatus(200)
    })
})
