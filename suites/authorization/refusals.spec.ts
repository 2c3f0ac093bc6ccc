import {
  createDirectory,
  createUser,
  directoryMembers,
  expect,
  listClients,
  oddity,
  scimUser,
  test,
  verifies,
  type Reply,
} from '../../harness'
import { proveAccepted } from './allowed'
import { families, required } from './families'

/** Whoever answers a denial under another name than an acceptance stands in front of the tenant. */
const isFromInFront = (denial: Reply, acceptance: Reply) => denial.header('server') !== acceptance.header('server')

const envelopeOr = (reply: Reply) => (reply.at('/errors') === undefined ? 'scim' : 'envelope')

test.describe('a denial', () => {
  for (const [what, rights, by] of [
    [
      'creating a directory',
      'READ_ONLY_TENANT_ADMIN',
      (name: string) => (token: string) => createDirectory(token, directoryMembers(name)),
    ],
    ['listing clients', 'IDP_AND_DIRECTORY_ADMIN', () => (token: string) => listClients(token, { page_size: 1 })],
  ] as const)
    test(...verifies('AUTHZ-009', what), async ({ given, send }) => {
      const request = by(given.name())
      const { token } = await given.actor(rights)

      const reply = await send(request(token))

      test.skip(reply.status < 300, `${what} is allowed to ${rights}`)
      if (reply.status === 401) oddity(`${what} by ${rights} is refused with 401 instead of 403 (A-46)`)
      expect(reply).toHaveStatus(403, 401)
      await proveAccepted(send, request(await given.admin()))
    })

  for (const [family, make] of families)
    test(...verifies('AUTHZ-010', family), async ({ given, send, tenant }) => {
      const admin = await given.admin()
      const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
      const { changes } = await make({ given, send, tenant }, admin, required)
      const acceptance = await send(listClients(admin, { page_size: 1 }))

      const replies: Reply[] = []
      for (const { as } of changes) replies.push(await send(as(token)))

      const denials = replies.filter(({ status }) => status === 403)
      test.skip(denials.length === 0, 'nothing is refused with 403')
      for (const denial of denials)
        if (isFromInFront(denial, acceptance))
          oddity(`a 403 to ${denial.exchange.request.line} came from in front of the tenant (A-03)`)
        else expect(denial).toCarryEnvelope()
    })

  test(...verifies('AUTHZ-010', 'users'), async ({ given, send, tenant }) => {
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const name = given.name()

    const reply = await send(createUser(token, scimUser(tenant, name, `${name}.example`)))

    test.skip(reply.status !== 403, `a new user by READ_ONLY_TENANT_ADMIN is answered ${reply.status}, not 403`)
    expect(reply).toBeRefused(403)
    if (envelopeOr(reply) === 'envelope') oddity('a 403 of SCIM is no SCIM error message but the envelope (A-02)')
    if (envelopeOr(reply) === 'envelope') expect(reply).toCarryEnvelope()
    else expect(reply).toMatchSchema('scim/error')
  })
})
