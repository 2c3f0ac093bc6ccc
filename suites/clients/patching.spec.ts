import { expect, patchClient, readClient, test, tokenRequest, verifies } from '../../harness'
import { documented, recordOf, shows } from './record'
import { rich } from './rich-client'

const changes = [
  ['access_token_ttl', 61],
  ['refresh_token_idle_ttl', 80],
  ['redirect_uris', ['https://app.example/other']],
  ['rule_set_names', ['IDP_AND_DIRECTORY_ADMIN']],
] as const

const replacements = [
  ['redirect_uris', ['https://app.example/new']],
  ['post_logout_redirect_uris', ['https://app.example/until-then']],
  ['scope', ['openid']],
  ['grant_types', ['client_credentials', 'password']],
  ['rule_set_names', ['IDP_AND_DIRECTORY_ADMIN']],
] as const

test.describe('PATCH of a client', () => {
  test(...verifies('CLI-035'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const { client_id } = await given.client({ access_token_ttl: 60 })

    const reply = await send(patchClient(admin, client_id, { access_token_ttl: 61 }))
    const read = await settles(() => send(readClient(admin, client_id)), shows('access_token_ttl', 61))

    expect(reply).toHaveStatus(200)
    expect(reply).toMatchSchema('clients/client')
    expect(reply.at('/client_id'), 'client_id in the reply').toBe(client_id)
    expect(reply.at('/access_token_ttl'), 'access_token_ttl in the reply').toBe(61)
    expect(read.at('/access_token_ttl'), 'access_token_ttl read later').toBe(61)
  })

  for (const [member, value] of changes)
    test(...verifies('CLI-036', member), async ({ given, send, settles }) => {
      const admin = await given.admin()
      const client = await given.client(rich)
      const before = recordOf(await send(readClient(admin, client.client_id)))

      expect(await send(patchClient(admin, client.client_id, { [member]: value }))).toHaveStatus(200)
      const after = await settles(() => send(readClient(admin, client.client_id)), shows(member, value))

      expect(after).toHaveStatus(200)
      for (const other of documented.filter(each => each !== member))
        expect(recordOf(after)[other], `${other} after a PATCH of ${member}`).toBeOneOf(before[other])
      expect(await send(tokenRequest(client))).toHaveStatus(200)
    })

  for (const [member, value] of replacements)
    test(...verifies('CLI-037', member), async ({ given, send, settles }) => {
      const admin = await given.admin()
      const { client_id } = await given.client(rich)

      const reply = await send(patchClient(admin, client_id, { [member]: value }))
      const read = await settles(() => send(readClient(admin, client_id)), shows(member, value))

      expect(reply).toHaveStatus(200)
      expect(reply.at(`/${member}`), `${member} in the reply`).toBeTheSet(value)
      expect(read.at(`/${member}`), `${member} read later`).toBeTheSet(value)
    })
})
