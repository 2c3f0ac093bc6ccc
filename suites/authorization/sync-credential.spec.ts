import {
  cannotTell,
  choice,
  expect,
  fateOf,
  generateCredentials,
  listClients,
  listUsers,
  test,
  tokenRequest,
  verifies,
} from '../../harness'
import { accepted } from '../token/accepted'
import { proveAllowed } from './allowed'
import { expectChangesDenied, expectReadsDenied } from './denied'
import { directoryCalls } from './directory-calls'
import { clientFamily, directoryFamily, providerFamily, required } from './families'
import { synced } from './provisioned'

const who = 'a sync client'

test.describe('a sync credential', () => {
  for (const [family, make] of [
    ['clients', clientFamily],
    ['identity providers', providerFamily],
  ] as const)
    test(...verifies('AUTHZ-013', family), async ({ given, send, tenant }) => {
      const admin = await given.admin()
      const { sync: token } = await synced({ given, send })
      await accepted(send, listUsers(token))
      const { reads, changes } = await make({ given, send, tenant }, admin, required)

      await expectReadsDenied(send, reads, { who, token })
      await expectChangesDenied(send, admin, changes, { who, token })

      await proveAllowed(send, admin, [...reads, ...changes])
    })

  test(...verifies('AUTHZ-013', 'another directory'), async ({ given, send, tenant }) => {
    const admin = await given.admin()
    const { sync: token } = await synced({ given, send })
    await accepted(send, listUsers(token))
    const { reads, changes } = await directoryFamily({ given, send, tenant }, admin, required)
    const items = reads.filter(({ operation }) => operation !== 'getAllDirectories')

    await expectReadsDenied(send, items, { who: `${who} of another directory`, token })
    await expectChangesDenied(send, admin, changes, { who: `${who} of another directory`, token })

    await proveAllowed(send, admin, [...items, ...changes])
  })

  test(...verifies('AUTHZ-013', 'its own directory'), async ({ given, send }) => {
    const admin = await given.admin()
    const { directory, sync: token } = await synced({ given, send })
    await accepted(send, listUsers(token))
    const { reads, changes } = directoryCalls(given, directory.id)

    for (const { operation, as } of reads)
      choice('AUTHZ-013', `${operation} by ${who} of that directory is`, fateOf(await send(as(token))))
    await expectChangesDenied(send, admin, changes, { who, token })

    await proveAllowed(send, admin, [...reads, ...changes])
  })

  test(...verifies('AUTHZ-013', 'a token it asks for'), async ({ given, send }) => {
    const directory = await given.directory()
    const admin = await given.admin()
    const made = await send(generateCredentials(admin, directory.id, { generate_token: false, token_ttl: 60 }))
    if (made.status !== 200) cannotTell(`blocked by SYNC-002: no credentials for a sync client: ${made.status}`)
    const sync = { client_id: String(made.at('/client_id')), secret: String(made.at('/client_secret')) }

    const replies = [await send(tokenRequest(sync)), await send(tokenRequest(sync, { scope: 'admin' }))]
    const tokens = replies.map(reply => reply.at('/access_token')).filter(token => typeof token === 'string')

    if (tokens.length === 0) cannotTell('blocked by SYNC-002: the sync client gets no token')
    for (const token of tokens) expect(await send(listClients(token))).toBeRefused(403)
    await accepted(send, listClients(admin))
  })
})
