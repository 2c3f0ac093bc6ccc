import {
  choice,
  createClient,
  expect,
  fateOf,
  listClients,
  oddity,
  patchClient,
  readClient,
  test,
  tokenRequest,
  verifies,
} from '../../harness'
import { credentialsIn } from './credentials-in'
import { expectRefusedCreation } from './refused-creation'
import { tokenIn } from './token-in'

const bodyWithout = (members: Readonly<Record<string, unknown>>, member: string) =>
  Object.fromEntries(Object.entries(members).filter(([name]) => name !== member))

test.describe('mandatory members of a new client', () => {
  for (const member of ['client_id', 'scope', 'grant_types']) {
    test(...verifies('CLI-021', `${member} left out`), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, bodyWithout(good, member)))

      await expectRefusedCreation(reply, good, { send, admin })
    })

    test(...verifies('CLI-021', `${member} null`), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, { ...good, [member]: null }))

      await expectRefusedCreation(reply, good, { send, admin })
    })
  }
})

test.describe('lists that must not be empty', () => {
  for (const member of ['scope', 'grant_types']) {
    test(...verifies('CLI-022', `${member} on creation`), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, { ...good, [member]: [] }))

      choice('CLI-022', `an empty ${member} on creation is`, fateOf(reply))
      if (reply.status !== 201) return expectRefusedCreation(reply, good, { send, admin })
      oddity(`a client with an empty ${member} is made`)
      const issued = await send(tokenRequest(credentialsIn(good)))
      expect(issued.at('/scope'), 'the scope of a token of that client').toBeAbsent()
      expect(await send(listClients(tokenIn(issued)))).toBeRefused([401, 403])
    })

    test(...verifies('CLI-022', `${member} in a PATCH`), async ({ given, send }) => {
      const admin = await given.admin()
      const { client_id, members } = await given.client()

      const reply = await send(patchClient(admin, client_id, { [member]: [] }))

      expect(reply).toBeRefused(400)
      expect(reply).toCarryEnvelope()
      const kept = members[member] as string[]
      const view = await send(readClient(admin, client_id))
      expect(view.at(`/${member}`), member).toBeTheSet(kept)
      expect(await send(patchClient(admin, client_id, { [member]: kept }))).toHaveStatus(200)
    })
  }
})
