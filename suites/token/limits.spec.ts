import { createClient, expect, secret, test, tokenRequest, twist, verifies, type Reply } from '../../harness'
import { accepted } from './accepted'
import { bogus, registeredFor } from './bogus'

const answer = (reply: Reply) => `${reply.status} ${String(reply.at('/error'))}`

/** A 4xx in the words of RFC 6749 5.2. */
const judge = (reply: Reply) => {
  expect(reply.status, 'the status').toBeWithin(400, 499)
  expect(reply).toMatchSchema('oauth/error', { at: '/error' })
}

const longestId = 256
const longestSecret = 4096

test.describe('limits of form fields', () => {
  for (const [field, longest, grant] of [
    ['refresh_token', 150, 'refresh_token'],
    ['code', 255, 'authorization_code'],
    ['code_verifier', 128, 'authorization_code'],
    ['domain', 100, 'password'],
  ] as const)
    test(...verifies('TOK-041', field), async ({ given, send }) => {
      const client = await given.client(registeredFor(grant))
      const good = await accepted(send, tokenRequest(client))
      const ask = (length: number) => send(twist(good, { form: { ...bogus[grant], [field]: 'x'.repeat(length) } }))

      const short = answer(await ask(43))

      expect(answer(await ask(longest)), `the answer to ${longest} characters`).toBe(short)
      judge(await ask(longest + 1))
    })

  for (const [field, value, grant] of [
    ['scope', '<user>', undefined],
    ['refresh_token', 'no-such-token', 'refresh_token'],
  ] as const)
    test(...verifies('TOK-041', `${field} with a forbidden character`), async ({ given, send }) => {
      const client = await given.client(grant && registeredFor(grant))
      const good = await accepted(send, tokenRequest(client))

      judge(await send(twist(good, { form: { ...(grant && bogus[grant]), [field]: value } })))
    })

  test(...verifies('TOK-041', 'scope'), async ({ given, send }) => {
    const client = await given.client({ scope: ['user'] })
    const often = (count: number) => Array.from({ length: count }, () => 'user').join(' ')
    const good = await accepted(send, tokenRequest(client, { scope: often(204) }))

    expect(await send(twist(good, { form: { scope: often(205) } }))).toHaveStatus(200)
    judge(await send(twist(good, { form: { scope: `${often(205)}x` } })))
  })

  test(...verifies('TOK-041', 'client_id'), async ({ given, send }) => {
    const client = await given.client({ client_id: given.name().padEnd(longestId, 'x') })
    const { line, form } = await accepted(send, tokenRequest(client))
    const ask = (id: string) => send({ line, form: { ...form, client_id: id, client_secret: client.secret } })

    expect(await ask(client.client_id)).toHaveStatus(200)
    judge(await ask(`${client.client_id}x`))
  })

  test(...verifies('TOK-041', 'client_secret'), async ({ given, send, tenant }) => {
    test.skip(!tenant.writes, 'a client of its own changes the tenant: set TENANT_WRITES=allow')
    const members = given.members({ secret: secret({ length: longestSecret }) })
    const { status } = await send(createClient(await given.admin(), members))
    test.skip(status !== 201, `no client has a secret of ${longestSecret} characters here (A-52)`)
    const { client_id, secret: longest } = members as Record<'client_id' | 'secret', string>
    const ask = (value: string) =>
      send({ line: 'POST /acs/token', form: { grant_type: 'client_credentials', client_id, client_secret: value } })

    expect(await ask(longest)).toHaveStatus(200)
    judge(await ask(`${longest}x`))
  })
})
