import { test, verifies } from '../../harness'
import { expectAllowed } from './allowed'
import { directoryFamily, families, judged, providerFamily } from './families'

test.describe('administrators', () => {
  for (const [family, make] of families)
    test(...verifies('AUTHZ-001', family), async ({ given, send, tenant }) => {
      const { token } = await given.actor('TENANT_ADMIN')

      const { reads, changes } = await make({ given, send, tenant }, token, judged)

      await expectAllowed(send, token, [...reads, ...changes])
    })

  for (const [family, make] of [
    ['directories', directoryFamily],
    ['identity providers', providerFamily],
  ] as const)
    test(...verifies('AUTHZ-004', family), async ({ given, send, tenant }) => {
      const { token } = await given.actor('IDP_AND_DIRECTORY_ADMIN')

      const { reads, changes } = await make({ given, send, tenant }, token, judged)

      await expectAllowed(send, token, [...reads, ...changes])
    })
})
