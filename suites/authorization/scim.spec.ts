import {
  cannotTell,
  choice,
  createUser,
  expect,
  fateOf,
  listUsers,
  oddity,
  test,
  twist,
  verifies,
  type Line,
} from '../../harness'
import { nobodysId } from '../authentication/nobody'
import { accepted } from '../token/accepted'
import { proveAllowed } from './allowed'
import { expectChangesDenied } from './denied'
import { provisioned, synced } from './provisioned'
import { scimChanges, scimReads } from './scim-calls'

const [users, groups] = ['/usergroup/scim/v2/Users', '/usergroup/scim/v2/Groups'] as const
const [user, group] = [`${users}/${nobodysId}`, `${groups}/${nobodysId}`] as const

/** Every operation on users and groups, about ids that nobody has. */
const strangersLines: readonly Line[] = [
  `GET ${users}`, `POST ${users}`, `GET ${user}`, `PUT ${user}`, `PATCH ${user}`, `DELETE ${user}`,
  `POST ${users}/.search`,
  `GET ${groups}`, `POST ${groups}`, `GET ${group}`, `PUT ${group}`, `PATCH ${group}`, `DELETE ${group}`,
  `POST ${groups}/.search`,
] // prettier-ignore

test.describe('users and groups', () => {
  test(...verifies('AUTHZ-012', 'without a token'), async ({ given, send }) => {
    const { sync } = await synced({ given, send })
    await accepted(send, listUsers(sync))
    const [reading, writing] = [listUsers(), createUser(undefined, { userName: 'nobody' })]

    for (const line of strangersLines) {
      const request = twist(line.startsWith('GET') || line.startsWith('DELETE') ? reading : writing, { line })
      expect(await send(request)).toBeRefused(401)
    }
  })

  test(...verifies('AUTHZ-012', 'READ_ONLY_TENANT_ADMIN writes nothing'), async ({ given, send, tenant }) => {
    const own = await provisioned({ given, send, tenant })
    const { rights: who, token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const changes = scimChanges({ given, send, tenant }, own)

    await expectChangesDenied(send, own.sync, changes, { who, token })

    await proveAllowed(send, own.sync, changes, 'the sync client')
  })

  test(...verifies('AUTHZ-012', 'READ_ONLY_TENANT_ADMIN reads all or nothing'), async ({ given, send, tenant }) => {
    const own = await provisioned({ given, send, tenant })
    const { rights, token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const reads = scimReads(own)
    await proveAllowed(send, own.sync, reads, 'the sync client')

    for (const { operation, as } of reads) {
      const reply = await send(as(token))
      choice('A-45', `${operation} by ${rights} is`, fateOf(reply))
      if (reply.status === 404) oddity(`${operation} by ${rights} is answered 404, not 200 or 403`)
      expect(reply).toHaveStatus(200, 403, 404)
    }
  })

  for (const rights of ['TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN', 'NONE'] as const)
    test(...verifies('AUTHZ-012', `what ${rights} may do`), async ({ given, send, tenant }) => {
      const own = await provisioned({ given, send, tenant })
      const { token } = await given.actor(rights)
      const [change] = scimChanges({ given, send, tenant }, own)
      const calls = [...scimReads(own), ...(change ? [change] : [])]

      for (const { operation, as } of calls) {
        const reply = await send(as(token))
        choice('A-45', `${operation} by ${rights} is`, fateOf(reply))
        if (rights === 'NONE' && operation === 'patchGroup' && reply.status < 300)
          oddity(`patchGroup by a client without rule sets is answered ${reply.status}`)
        expect(reply.status, `the status of ${operation} by ${rights}`).toBeWithin(200, 499)
      }
    })

  test(...verifies('AUTHZ-014'), async ({ given, send, tenant }) => {
    const { sync: other } = await synced({ given, send })
    await accepted(send, listUsers(other))
    const own = await provisioned({ given, send, tenant })
    const changes = scimChanges({ given, send, tenant }, own).slice(0, 3)
    const read = scimReads(own).find(({ operation }) => operation === 'getUser') ?? cannotTell('no call reads a user')

    choice(
      'AUTHZ-014',
      'a user of another directory, asked for by a sync client, is',
      fateOf(await send(read.as(other)), 'shown'),
    )
    await expectChangesDenied(
      send,
      own.sync,
      changes,
      { who: 'the sync client of another directory', token: other },
      [404],
    )

    await proveAllowed(send, own.sync, changes, 'its own sync client')
  })
})
