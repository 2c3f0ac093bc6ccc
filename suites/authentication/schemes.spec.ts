import { choice, expect, fateOf, listClients, oddity, test, verifies, type Request } from '../../harness'
import { accepted } from '../token/accepted'

/** The list of clients with an `Authorization` as given. */
const listWith = (authorization: string): Request => {
  const { line, headers } = listClients()
  return { line, headers: { ...headers, authorization } }
}

test.describe('scheme of the Authorization header', () => {
  for (const [scheme, of] of [
    ['Token', (token: string) => `Token ${token}`],
    ['DPoP', (token: string) => `DPoP ${token}`],
    ['Basic with the token', (token: string) => `Basic ${token}`],
    ['none, the token alone', (token: string) => token],
  ] as const)
    test(...verifies('AUTHN-011', scheme), async ({ given, send }) => {
      const token = await given.admin()
      await accepted(send, listClients(token))

      expect(await send(listWith(of(token)))).toBeRefused(401)
    })

  test(...verifies('AUTHN-011', 'Basic with id and secret'), async ({ given, send }) => {
    const { token, credentials } = await given.actor('TENANT_ADMIN')
    await accepted(send, listClients(token))

    const reply = await send({ ...listClients(), basic: [credentials.client_id, credentials.secret] })

    expect(reply).toBeRefused(401)
  })

  test(...verifies('AUTHN-011', 'a cookie'), async ({ given, send }) => {
    const token = await given.admin()
    await accepted(send, listClients(token))
    const { line, headers } = listClients()

    const reply = await send({ line, headers: { ...headers, cookie: `HZN=${token}` } })

    expect(reply).toBeRefused(401)
  })

  test(...verifies('AUTHN-011', 'HZN'), async ({ given, send }) => {
    const token = await given.admin()
    await accepted(send, listClients(token))

    const reply = await send(listWith(`HZN ${token}`))

    choice('AUTHN-011', 'a token behind the scheme HZN is', fateOf(reply))
    if (reply.status === 200) oddity('the scheme HZN of the sibling product is still accepted')
    expect(reply).toHaveStatus(401, 400, 403, 200)
  })

  for (const scheme of ['bearer', 'BEARER', 'bEaReR'])
    test(...verifies('AUTHN-012', scheme), async ({ given, send }) => {
      const token = await given.admin()
      await accepted(send, listClients(token))

      expect(await send(listWith(`${scheme} ${token}`))).toHaveStatus(200)
    })

  test(...verifies('AUTHN-012', 'two blanks behind it'), async ({ given, send }) => {
    const token = await given.admin()
    await accepted(send, listClients(token))

    const reply = await send(listWith(`Bearer  ${token}`))

    choice('AUTHN-012', 'a token two blanks behind its scheme is', fateOf(reply))
    expect(reply).toHaveStatus(200, 401, 400)
  })
})
