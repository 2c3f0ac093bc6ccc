import {
  createIdentityProvider,
  deleteIdentityProvider,
  expect,
  listIdentityProviders,
  patchIdentityProvider,
  readIdentityProvider,
  secret,
  test,
  verifies,
  type Reply,
} from '../../harness'

const ids = (list: Reply) => (list.at('/items') as readonly { id?: unknown }[] | undefined)?.map(({ id }) => id)

/** The tenant says that it could not get the configuration: that is about the network between the two. */
const couldNotFetch = ({ status, text }: Reply) =>
  status === 400 && /unreachable|not reachable|timed? ?out|could not (connect|fetch|retrieve)|connection/i.test(text)

test(...verifies('E2E-005'), async ({ given, send, settles, tenant }) => {
  const { oidcConfigurationUrl: configuration_url } = tenant
  test.skip(configuration_url === undefined, 'needs TENANT_OIDC_CONFIGURATION_URL, an address the tenant can reach')
  const { token } = await given.actor('IDP_AND_DIRECTORY_ADMIN')
  const directory = await given.directory()
  const [name, newName] = [given.name(), given.name()]

  const made = await send(
    createIdentityProvider(token, {
      idp_name: name,
      idp_type: 'OIDC',
      directory_list: [{ id: directory.id }],
      oidc_profile: { configuration_url, client_id: name, client_secret: secret() },
    }),
  )
  test.skip(couldNotFetch(made), 'the tenant cannot reach TENANT_OIDC_CONFIGURATION_URL')
  expect(made).toHaveStatus(201)
  const id = String(made.at('/id'))
  const read = await send(readIdentityProvider(token, id))
  expect(read).toHaveStatus(200)
  expect(read.at('/idp_name'), 'the name that is read').toBe(name)

  const renamed = await send(patchIdentityProvider(token, id, { idp_name: newName }))
  expect(renamed).toHaveStatus(200)
  expect(renamed.at('/idp_name'), 'the name after the change').toBe(newName)
  const list = await settles(
    () => send(listIdentityProviders(token)),
    reply => ids(reply)?.includes(id) ?? false,
  )
  expect(list).toHaveStatus(200)
  expect(ids(list), 'the identity providers that are listed').toInclude(id)

  expect(await send(deleteIdentityProvider(token, id))).toHaveStatus(204)
  const gone = await settles(
    () => send(readIdentityProvider(token, id)),
    ({ status }) => status === 404,
  )
  expect(gone).toHaveStatus(404)
})
