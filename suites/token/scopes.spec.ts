import {
  choice,
  decodeJws,
  expect,
  listClients,
  scopeClaim,
  test,
  tokenRequest,
  verifies,
  type Reply,
} from '../../harness'
import { accepted } from './accepted'
import { granted } from './granted'

const registered = ['admin', 'user', 'openid']

/** A tenant may drop openid because client credentials have no user. */
const noteGranted = (asked: string, outcome: string) =>
  choice('A-10', `a client with admin, user and openid that asks for ${asked} is granted`, `"${outcome}"`)

const inToken = (reply: Reply): readonly string[] => {
  const jws = decodeJws(reply.at('/access_token'))
  return (jws && scopeClaim(jws)) ?? []
}

const tokenIn = (reply: Reply): string | undefined => {
  const token = reply.at('/access_token')
  return typeof token === 'string' ? token : undefined
}

test.describe('scopes of a token', () => {
  for (const [asked, form] of [
    ['no scope', {}],
    ['an empty scope', { scope: '' }],
  ] as const)
    test(...verifies('TOK-037', asked), async ({ given, send }) => {
      const client = await given.client({ scope: registered })

      const outcome = granted(await send(tokenRequest(client, form)))

      noteGranted(asked, outcome)
      expect(outcome, 'the granted scope').toBeOneOf('admin openid user', 'admin user')
    })

  for (const [scope, right, ...withoutUser] of [
    ['user', 'user'],
    ['user openid', 'openid user', 'user'],
    ['openid', 'openid', '', 'admin user'],
  ] as const)
    test(...verifies('TOK-038', scope), async ({ given, send }) => {
      const client = await given.client({ scope: registered })

      const outcome = granted(await send(tokenRequest(client, { scope })))

      noteGranted(`"${scope}"`, outcome)
      expect(outcome, 'the granted scope').toBeOneOf(right, ...withoutUser)
    })

  test(...verifies('TOK-039'), async ({ given, send }) => {
    const client = await given.client({ scope: ['user'] })
    const modest = await given.tokenOf(client)

    const reply = await send(tokenRequest(client, { scope: 'user admin' }))
    const outcome = granted(reply)
    const { status: before } = await send(listClients(modest))
    const { status: after } = await send(listClients(tokenIn(reply) ?? modest))

    choice('A-10', 'a client with user only that asks for "user admin" gets', `"${outcome}"`)
    expect(outcome, 'the granted scope').toBeOneOf('user', '400 invalid_scope')
    expect(inToken(reply), 'scope in the token').toExclude('admin')
    expect(after, 'the status of an admin call with that token').toBe(before)
  })

  for (const [scope, ...legitimate] of [
    ['user ADMIN', 'user', '400 invalid_scope'],
    ['ADMIN', 'admin user', '', '400 invalid_scope'],
  ] as const)
    test(...verifies('TOK-040', scope), async ({ given, send }) => {
      const client = await given.client({ scope: ['admin', 'user'] })
      await accepted(send, tokenRequest(client, { scope: 'admin' }))

      const outcome = granted(await send(tokenRequest(client, { scope })))

      choice('A-10', `a client with admin and user that asks for "${scope}" gets`, `"${outcome}"`)
      expect(outcome, 'the granted scope').toBeOneOf(...legitimate)
    })
})
