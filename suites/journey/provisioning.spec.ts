import {
  choice,
  createDirectory,
  createGroup,
  createUser,
  deleteDirectory,
  directoryMembers,
  expect,
  generateCredentials,
  listUsers,
  oddity,
  patchGroup,
  readUser,
  scimUser,
  test,
  verifies,
  type Reply,
  type Tenant,
} from '../../harness'

const values = (user: Reply) =>
  (user.at('/groups') as readonly { value?: unknown }[] | null | undefined)?.map(({ value }) => value) ?? []

/** A tenant that wants more of a user than the minimum has to be told so. */
const wantsTemplate = ({ kind, scimUserTemplate }: Tenant, { status }: Reply) =>
  kind === 'tenant' && scimUserTemplate === undefined && status === 400

/** A list of SCIM resources, under the name of the RFC or of the reference. */
const listed = (reply: Reply) => {
  choice('A-04', 'a list of SCIM resources is called', reply.at('/Resources') === undefined ? 'resources' : 'Resources')
  if (reply.at('/Resources') === undefined && reply.at('/resources') !== undefined)
    oddity('lists are called resources, not Resources (A-04)')
  const resources = reply.at('/Resources') ?? reply.at('/resources') ?? []
  return (resources as readonly { id?: unknown }[]).map(({ id }) => id)
}

test(...verifies('E2E-008'), async ({ given, send, settles, tenant }) => {
  const { token } = await given.actor('IDP_AND_DIRECTORY_ADMIN')
  const name = given.name()
  const directory = await send(createDirectory(token, directoryMembers(name)))
  expect(directory).toHaveStatus(201)
  const credentials = await send(
    generateCredentials(token, String(directory.at('/id')), { generate_token: true, token_ttl: 60 }),
  )
  expect(credentials).toHaveStatus(200)
  const sync = String(credentials.at('/access_token'))

  const user = await send(createUser(sync, scimUser(tenant, name, `${name}.example`)))
  test.skip(wantsTemplate(tenant, user), 'the tenant refuses a minimal user: describe one with TENANT_SCIM_USER')
  expect(user).toHaveStatus(201)
  const group = await send(createGroup(sync, { displayName: name }))
  expect(group).toHaveStatus(201)
  const member = { value: user.at('/id'), $ref: user.at('/meta/location') }
  expect(
    await send(patchGroup(sync, String(group.at('/id')), [{ op: 'add', path: 'members', value: [member] }])),
  ).toHaveStatus(200)

  const read = await settles(
    () => send(readUser(sync, String(user.at('/id')))),
    reply => values(reply).includes(group.at('/id')),
  )
  expect(read).toHaveStatus(200)
  expect(values(read), 'the groups of the user').toInclude(group.at('/id'))
  const list = await send(listUsers(sync, { filter: `userName eq "${String(user.at('/userName'))}"` }))
  expect(list).toHaveStatus(200)
  expect(listed(list), 'the users that are listed').toInclude(user.at('/id'))

  expect(await send(deleteDirectory(token, String(directory.at('/id'))))).toHaveStatus(202)
})
