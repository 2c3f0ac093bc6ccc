import { choice, createClient, expect, readClient, test, verifies, type Reply } from '../../harness'

/** Every writable member but the secret, none of them at a default. */
const everything = {
  scope: ['admin', 'user', 'openid'],
  grant_types: ['client_credentials', 'authorization_code', 'refresh_token'],
  redirect_uris: ['https://app.example/callback', 'https://app.example:8443/callback?from=login'],
  post_logout_redirect_uris: ['https://app.example/bye'],
  rule_set_names: ['READ_ONLY_TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN'],
  access_token_ttl: 61,
  refresh_token_ttl: 122,
  refresh_token_idle_ttl: 33,
} as const

const lists = ['scope', 'grant_types', 'redirect_uris', 'post_logout_redirect_uris', 'rule_set_names'] as const
const lifetimes = ['access_token_ttl', 'refresh_token_ttl', 'refresh_token_idle_ttl'] as const

const expectEverything = (reply: Reply, client_id: unknown) => {
  expect(reply.at('/client_id'), 'client_id').toBe(client_id)
  for (const member of lists) expect(reply.at(`/${member}`), member).toBeTheSet(everything[member])
  for (const member of lifetimes) expect(reply.at(`/${member}`), member).toBe(everything[member])
}

test.describe('a new client', () => {
  test(...verifies('CLI-001', 'with the mandatory members only'), async ({ given, send }) => {
    const { token: admin } = await given.bootstrap()
    const { client_id, scope, grant_types } = given.members()

    const reply = await send(createClient(admin, { client_id, scope, grant_types }))

    expect(reply).toHaveStatus(201)
    expect(reply.at('/client_id'), 'client_id').toBe(client_id)
  })

  test(...verifies('CLI-001', 'with every member'), async ({ given, send }) => {
    const { token: admin } = await given.bootstrap()
    const members = given.members(everything)

    const reply = await send(createClient(admin, members))

    expect(reply).toHaveStatus(201)
    expect(reply.at('/client_id'), 'client_id').toBe(members.client_id)
  })

  test(...verifies('CLI-002', 'in the answer'), async ({ given, send }) => {
    const admin = await given.admin()
    const members = given.members(everything)

    const reply = await send(createClient(admin, members))

    const isEchoed = reply.at('/secret') === members.secret
    choice('CLI-002', 'in the reply to its creation a supplied secret is', isEchoed ? 'shown' : 'not shown')
    expect(reply).toHaveStatus(201)
    expectEverything(reply, members.client_id)
  })

  test(...verifies('CLI-002', 'when read later'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const { client_id } = await given.client(everything)

    const reply = await settles(
      () => send(readClient(admin, client_id)),
      ({ status }) => status === 200,
    )

    expect(reply).toHaveStatus(200)
    expectEverything(reply, client_id)
  })
})
