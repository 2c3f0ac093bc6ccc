import { createClient, expect, nearMissClients, readClient, refusalFault, test, verifies } from '../../harness'
import { slips } from './fuzz-slips'

test.describe('a registration with one slip', () => {
  for (const [id, slip, which] of slips)
    test(...verifies(id, `any body with ${slip}`, '@fuzz'), async ({ given, send, forAll }) => {
      const admin = await given.admin()
      const { client_id } = await given.client()
      expect(await send(readClient(admin, client_id))).toHaveStatus(200)

      await forAll(nearMissClients(given.name(), which), async (miss, ask) => {
        const reply = await ask(createClient(admin, miss.body))

        return refusalFault(miss, reply, admin, ask)
      })
    })
})
