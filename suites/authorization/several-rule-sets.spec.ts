import { createClient, createDirectory, directoryMembers, expect, listClients, test, verifies } from '../../harness'
import { proveAccepted } from './allowed'

test.describe('several rule sets', () => {
  for (const [order, rule_set_names] of [
    ['IDP_AND_DIRECTORY_ADMIN first', ['IDP_AND_DIRECTORY_ADMIN', 'READ_ONLY_TENANT_ADMIN']],
    ['READ_ONLY_TENANT_ADMIN first', ['READ_ONLY_TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN']],
  ] as const)
    test(...verifies('AUTHZ-008', order), async ({ given, send }) => {
      const token = await given.token({ rule_set_names })
      const members = given.members()

      const directory = await send(createDirectory(token, directoryMembers(given.name())))
      const list = await send(listClients(token, { page_size: 1 }))
      const client = await send(createClient(token, members))

      expect(directory).toHaveStatus(201)
      expect(list).toHaveStatus(200)
      expect(client).toBeRefused(403)
      await proveAccepted(send, createClient(await given.admin(), members))
    })
})
