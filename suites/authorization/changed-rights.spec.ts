import { cannotTell, createDirectory, directoryMembers, expect, patchClient, test, verifies } from '../../harness'

test.describe('rule sets that change', () => {
  test(...verifies('AUTHZ-015'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const client = await given.client({ rule_set_names: ['READ_ONLY_TENANT_ADMIN'] })
    const createAnew = async () => send(createDirectory(await given.tokenOf(client), directoryMembers(given.name())))
    const become = async (name: string) => {
      const { status } = await send(patchClient(admin, client.client_id, { rule_set_names: [name] }))
      if (status !== 200) cannotTell(`blocked by CLI-037: the rule sets could not be changed: ${status}`)
    }
    const { status: before } = await createAnew()
    if (before < 400)
      cannotTell(`blocked by AUTHZ-003: a new directory by READ_ONLY_TENANT_ADMIN is answered ${before}`)

    await become('TENANT_ADMIN')
    const raised = await settles(createAnew, ({ status }) => status === 201)
    await become('READ_ONLY_TENANT_ADMIN')
    const lowered = await settles(createAnew, ({ status }) => status === 403)

    expect(raised).toHaveStatus(201)
    expect(lowered).toBeRefused(403)
  })
})
