import {
  cannotTell,
  choice,
  expect,
  fateOf,
  listClients,
  note,
  oddity,
  test,
  verifies,
  type Reply,
} from '../../harness'
import { accepted } from '../token/accepted'

const isPrivate = (reply: Reply) => /\b(private|no-store)\b/i.test(reply.header('cache-control') ?? '')

test.describe('a token where none belongs', () => {
  test(...verifies('AUTHN-013', 'in the query string'), async ({ given, send }) => {
    const token = await given.admin()
    await accepted(send, listClients(token))

    const reply = await send(listClients(undefined, { access_token: token }))

    if (reply.status === 200) note('measured', `with a reply that is ${isPrivate(reply) ? '' : 'not '}private`)
    choice('AUTHN-013', 'a token in the query string is', fateOf(reply))
    expect(reply).toBeRefused(401, undefined, [400])
  })

  test(...verifies('AUTHN-013', 'in a form'), async ({ given, send }) => {
    const token = await given.admin()
    await accepted(send, listClients(token))

    const reply = await send({ line: 'POST /usergroup/scim/v2/Users/.search', form: { access_token: token } })

    expect(reply).toBeRefused(401, undefined, [400, 415])
  })

  test(...verifies('AUTHN-014', 'a client secret'), async ({ given, send }) => {
    const { token, credentials } = await given.actor('TENANT_ADMIN')
    await accepted(send, listClients(token))

    expect(await send(listClients(credentials.secret))).toBeRefused(401)
  })

  test(...verifies('AUTHN-014', 'a client id'), async ({ given, send }) => {
    const { token, credentials } = await given.actor('TENANT_ADMIN')
    await accepted(send, listClients(token))

    expect(await send(listClients(credentials.client_id))).toBeRefused(401)
  })

  for (const [order, of] of [
    ['garbage, then a good token', (good: string) => ['Bearer not-a-token', good]],
    ['a good token, then garbage', (good: string) => [good, 'Bearer not-a-token']],
  ] as const)
    test(...verifies('AUTHN-015', order), async ({ given, probe }) => {
      const { line, headers, bearer = '' } = listClients(await given.admin())
      const good = `Bearer ${bearer}`
      const twin = await probe({ line, headers: { ...headers, authorization: good } })
      if (twin.status !== 200) cannotTell(`one Authorization line is answered ${twin.status} already`)

      const reply = await probe({ line, headers: { ...headers, authorization: of(good) } })

      choice('AUTHN-015', `a request with two Authorization lines, ${order}, is`, fateOf(reply))
      if (reply.status === 200) oddity(`of two Authorization lines the good one counts: ${order}`)
      expect(reply).toHaveStatus(400, 401, 403, 200)
    })
})
