import { cannotTell, expect, patchClient, readClient, test, verifies } from '../../harness'
import { expectAllowed, proveAccepted, proveAllowed } from './allowed'
import { expectChangesDenied } from './denied'
import { families, required } from './families'
import { samlMetadata } from './saml-metadata'

const rule_set_names = ['READ_ONLY_TENANT_ADMIN']

test.describe('READ_ONLY_TENANT_ADMIN', () => {
  for (const [family, make] of families)
    test(...verifies('AUTHZ-002', family), async ({ given, send, tenant }) => {
      const admin = await given.admin()
      const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
      const { reads } = await make({ given, send, tenant }, admin, required)
      await proveAllowed(send, admin, reads)

      await expectAllowed(send, token, reads)
    })

  test(...verifies('AUTHZ-002', 'SAML metadata'), async ({ given, send }) => {
    const reads = await samlMetadata(send, await given.admin())
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')

    await expectAllowed(send, token, reads)
  })

  for (const [family, make] of families)
    test(...verifies('AUTHZ-003', family), async ({ given, send, tenant }) => {
      const admin = await given.admin()
      const { rights: who, token } = await given.actor('READ_ONLY_TENANT_ADMIN')
      const { changes } = await make({ given, send, tenant }, admin, required)

      await expectChangesDenied(send, admin, changes, { who, token })

      await proveAllowed(send, admin, changes)
    })

  test(...verifies('AUTHZ-003', 'its own rights'), async ({ given, send }) => {
    const admin = await given.admin()
    const client = await given.client({ rule_set_names })
    const raise = (token: string) => patchClient(token, client.client_id, { rule_set_names: ['TENANT_ADMIN'] })

    const reply = await send(raise(await given.tokenOf(client)))
    const read = await send(readClient(admin, client.client_id))

    if (read.status !== 200) cannotTell(`whether the patch had an effect cannot be seen: ${read.status}`)
    expect(reply).toBeRefused(403)
    expect(read.at('/rule_set_names'), 'rule_set_names afterwards').toBeTheSet(rule_set_names)
    await proveAccepted(send, raise(admin))
  })
})
