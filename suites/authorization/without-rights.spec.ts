import { test, verifies } from '../../harness'
import { proveAllowed } from './allowed'
import { expectChangesDenied, expectReadsDenied } from './denied'
import { clientFamily, families, required } from './families'

test.describe('without a rule set for it', () => {
  test(...verifies('AUTHZ-005'), async ({ given, send, tenant }) => {
    const admin = await given.admin()
    const { rights: who, token } = await given.actor('IDP_AND_DIRECTORY_ADMIN')
    const { reads, changes } = await clientFamily({ given, send, tenant }, admin, required)

    await expectReadsDenied(send, reads, { who, token }, 'anybody')
    await expectChangesDenied(send, admin, changes, { who, token })

    await proveAllowed(send, admin, [...reads, ...changes])
  })

  for (const [family, make] of families)
    test(...verifies('AUTHZ-006', family), async ({ given, send, tenant }) => {
      const admin = await given.admin()
      const who = 'a client without rule sets'
      const { token } = await given.actor('NONE')
      const { reads, changes } = await make({ given, send, tenant }, admin, required)

      await expectReadsDenied(send, reads, { who, token }, 'anybody')
      await expectChangesDenied(send, admin, changes, { who, token })

      await proveAllowed(send, admin, [...reads, ...changes])
    })
})
