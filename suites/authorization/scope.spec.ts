import {
  cannotTell,
  createClient,
  expect,
  listClients,
  listIdentityProviders,
  test,
  tokenRequest,
  verifies,
  type Given,
  type Send,
} from '../../harness'
import { accepted } from '../token/accepted'
import { proveAllowed } from './allowed'
import { expectChangesDenied, expectReadsDenied } from './denied'
import { directoryFamily, families, required } from './families'
import { granted } from '../token/granted'

const rule_set_names = ['TENANT_ADMIN']

/** A token of a client that was never given the scope. */
const ofAnother = async ({ given, send }: { given: Given; send: Send }): Promise<string> => {
  const members = given.members({ scope: ['user'], rule_set_names })
  const made = await send(createClient(await given.admin(), members))
  test.skip(made.status === 400, 'a client with TENANT_ADMIN needs the scope admin to be created')
  if (made.status !== 201) cannotTell(`blocked by CLI-001: a client could not be created: ${made.status}`)
  return given.tokenOf({ client_id: String(members.client_id), secret: String(members.secret) })
}

/** A token for less than its client may ask for. */
const reduced = async ({ given, send }: { given: Given; send: Send }): Promise<string> => {
  const client = await given.client({ scope: ['admin', 'user'], rule_set_names })
  const reply = await send(tokenRequest(client, { scope: 'user' }))
  if (granted(reply) !== 'user') cannotTell(`no token with the scope user alone is granted: ${granted(reply)}`)
  return String(reply.at('/access_token'))
}

test.describe('without the scope admin', () => {
  for (const [family, make] of families)
    test(...verifies('AUTHZ-007', `a client without it on ${family}`), async ({ given, send, tenant }) => {
      const admin = await given.admin()
      const [who, token] = ['a client without the scope admin', await ofAnother({ given, send })]
      const { reads, changes } = await make({ given, send, tenant }, admin, required)

      await expectReadsDenied(send, reads, { who, token })
      await expectChangesDenied(send, admin, changes, { who, token })

      await proveAllowed(send, admin, [...reads, ...changes])
    })

  test(...verifies('AUTHZ-007', 'a token without it'), async ({ given, send, tenant }) => {
    const admin = await given.admin()
    const [who, token] = ['a token without the scope admin', await reduced({ given, send })]
    const lists = [listClients, listIdentityProviders].map(list => list(token))
    const { reads, changes } = await directoryFamily({ given, send, tenant }, admin, required)

    for (const request of lists) expect(await send(request)).toBeRefused(403)
    await expectReadsDenied(send, reads, { who, token })
    await expectChangesDenied(send, admin, changes, { who, token })

    await proveAllowed(send, admin, [...reads, ...changes])
    for (const request of lists) await accepted(send, { ...request, bearer: admin })
  })
})
