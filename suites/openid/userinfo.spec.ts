import {
  choice,
  decodeJws,
  expect,
  fateOf,
  listClients,
  oddity,
  test,
  verifies,
  type Reply,
  type Request,
} from '../../harness'
import { accepted } from '../token/accepted'

const userinfo = (method: 'GET' | 'POST', bearer?: string): Request => ({ line: `${method} /acs/userinfo`, bearer })

/** Claims that say who somebody is. */
const identity = [
  'sub', 'subject', 'name', 'given_name', 'family_name', 'user_name', 'preferred_username', 'email', 'phone_number',
] as const // prettier-ignore

/** The claims of an answer, which may be an object or a token. */
const claimsOf = (reply: Reply): Readonly<Record<string, unknown>> => {
  const value = reply.mediaType() === 'application/jwt' ? decodeJws(reply.text)?.claims : reply.json()
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

test.describe('userinfo', () => {
  for (const method of ['GET', 'POST'] as const)
    test(...verifies('OIDC-016', method), async ({ send }) => {
      const reply = await send(userinfo(method))

      expect(reply).toHaveStatus(401, 403)
      if (reply.status === 403) oddity(`${method} of userinfo without a token was refused with 403, not 401`)
      expect(reply.status === 401 ? reply.header('www-authenticate') : 'Bearer', 'WWW-Authenticate of the 401').toMatch(
        /(^|,)\s*Bearer(\s|,|$)/i,
      )
    })

  test(...verifies('OIDC-017'), async ({ given, send }) => {
    const { token, credentials } = await given.actor('TENANT_ADMIN')
    await accepted(send, listClients(token))

    const reply = await send(userinfo('GET', token))

    const isAnswered = reply.status === 200
    choice('OIDC-017', 'userinfo for a token without a user is', fateOf(reply))
    expect(isAnswered || (reply.status >= 400 && reply.status < 500), 'the answer for a token without a user').toHold(
      'a refusal, or what is known of the client',
      String(reply.status),
    )
    const [claims, self] = [claimsOf(reply), decodeJws(token)?.claims.sub]
    const isTheClient = (value: unknown) =>
      value === self || value === credentials.client_id || String(value).startsWith(`${credentials.client_id}@`)
    expect(!isAnswered || isTheClient(claims.sub), 'sub').toHold('the client', JSON.stringify(claims.sub) ?? 'absent')
    const strange = identity.filter(name => isAnswered && claims[name] && !isTheClient(claims[name]))
    expect(strange, 'the claims about somebody who is not the client').toBeAbsent()
  })
})
