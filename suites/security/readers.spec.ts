import {
  cannotTell, createIdentityProvider, expect, generateCredentials, listClients, listDirectories, listIdentityProviders,
  listUsers, oddity, readClient, readDirectory, readIdentityProvider, readSyncClient, secret, test, verifies,
  type Reply, type Request, type Send,
} from '../../harness' // prettier-ignore
import { rotating } from '../rotation/rotating'

/** What a read-only administrator is shown. A refusal shows nothing, but says nothing about the rule either. */
const shownTo = async (send: Send, requests: readonly Request[]): Promise<readonly Reply[]> => {
  const replies: Reply[] = []
  for (const request of requests) {
    const reply = await send(request)
    if (reply.status !== 200) cannotTell(`a read-only administrator is answered ${reply.status} to ${request.line}`)
    replies.push(reply)
  }
  return replies
}

const expectKept = (replies: readonly Reply[], secrets: readonly (readonly [what: string, value: string])[]) => {
  for (const reply of replies) for (const [what, value] of secrets) expect(reply).toKeepSecret(value, what)
}

test.describe('credentials before a read-only administrator', () => {
  test(...verifies('SEC-010', 'of clients'), async ({ given, send, settles }) => {
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const { client, next } = await rotating({ given, send, settles })
    const live = await given.tokenOf(client)

    const replies = await shownTo(send, [listClients(token, { page_size: 100 }), readClient(token, client.client_id)])

    expectKept(replies, [
      ['the primary secret', client.secret],
      ['the secondary secret', next.secret],
      ['a token', live],
    ])
  })

  test(...verifies('SEC-010', 'of sync clients'), async ({ given, send }) => {
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const { id } = await given.directory()
    const made = await send(generateCredentials(await given.admin(), id, { generate_token: false }))
    const own = made.at('/client_secret')
    if (typeof own !== 'string') cannotTell(`no secret for a sync client: ${made.status}`)

    const replies = await shownTo(send, [listDirectories(token), readDirectory(token, id), readSyncClient(token, id)])

    expectKept(replies, [['the secret of the sync client', String(own)]])
  })

  // A token may be shown, as the reference does in its example; that it is good for anything is odd.
  test(...verifies('SEC-010', 'tokens of sync clients'), async ({ given, send }) => {
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const { id } = await given.directory()
    const made = await send(generateCredentials(await given.admin(), id, { generate_token: true, token_ttl: 60 }))
    const live = made.at('/access_token')
    if (typeof live !== 'string') cannotTell(`no token for a sync client: ${made.status}`)

    const [read, ...others] = await shownTo(send, [
      readSyncClient(token, id),
      readDirectory(token, id),
      listDirectories(token),
    ])

    const found = read?.at('/access_token')
    const isLive = typeof found === 'string' && (await send(listUsers(found))).status === 200
    if (isLive) oddity('a read-only administrator reads a token of a sync client that works (A-20)')
    expectKept(others, [['the token of the sync client', String(live)]])
  })

  test(...verifies('SEC-010', 'of identity providers'), async ({ given, send, tenant }) => {
    const { oidcConfigurationUrl: configuration_url } = tenant
    test.skip(configuration_url === undefined, 'needs TENANT_OIDC_CONFIGURATION_URL, an address the tenant can reach')
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const [own, name, { id }] = [secret(), given.name(), await given.directory()]
    const made = await send(
      createIdentityProvider(await given.admin(), {
        idp_name: name,
        idp_type: 'OIDC',
        directory_list: [{ id }],
        oidc_profile: { configuration_url, client_id: name, client_secret: own },
      }),
    )
    if (made.status !== 201) cannotTell(`no identity provider could be made: ${made.status}`)

    const replies = await shownTo(send, [
      listIdentityProviders(token),
      readIdentityProvider(token, String(made.at('/id'))),
    ])

    expectKept(replies, [['the secret for the identity provider', own]])
  })
})
