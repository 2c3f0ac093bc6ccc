import {
  createClient,
  expect,
  listClients,
  listDirectories,
  listIdentityProviders,
  secret,
  test,
  tokenRequest,
  verifies,
} from '../../harness'

/** The client of step 3 of the guide, member by member; the name and the secret are of this run. */
const exampleOfTheGuide = (client_id: string) => ({
  client_id,
  grant_types: ['client_credentials'],
  scope: ['admin'],
  secret: secret(),
  access_token_ttl: 10_080,
  refresh_token_ttl: 525_600,
  refresh_token_idle_ttl: 525_600,
  rule_set_names: ['IDP_AND_DIRECTORY_ADMIN'],
})

test.describe('the steps of the guide', () => {
  test(...verifies('E2E-001'), async ({ given, send }) => {
    const { credentials } = await given.bootstrap()
    const members = exampleOfTheGuide(given.name())

    const first = await send(tokenRequest(credentials))
    expect(first).toHaveStatus(200)
    expect(await send(createClient(String(first.at('/access_token')), members))).toHaveStatus(201)
    const second = await send(tokenRequest(members))
    expect(second).toHaveStatus(200)

    expect(await send(listDirectories(String(second.at('/access_token'))))).toHaveStatus(200)
  })

  test(...verifies('E2E-002'), async ({ given, send }) => {
    const { token } = await given.bootstrap()
    const members = { client_id: given.name(), scope: ['admin'], grant_types: ['client_credentials'] }

    expect(await send(createClient(token, members))).toHaveStatus(201)
  })

  test(...verifies('E2E-003'), async ({ given, send, settles }) => {
    const { token } = await given.bootstrap()
    const credentials = { client_id: given.name(), secret: secret() }
    expect(await send(createClient(token, given.members(credentials)))).toHaveStatus(201)

    const reply = await settles(
      () => send(tokenRequest(credentials)),
      ({ status }) => status === 200,
    )

    expect(reply).toHaveStatus(200)
  })

  test(...verifies('E2E-009'), async ({ given, send }) => {
    const token = await given.admin()

    expect(await send(listClients(token))).toHaveStatus(200)
    expect(await send(listIdentityProviders(token))).toHaveStatus(200)
    expect(await send(listDirectories(token))).toHaveStatus(200)
  })
})
