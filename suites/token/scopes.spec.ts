import {
  decodeJws,
  expect,
  listClients,
  note,
  scopeClaim,
  test,
  tokenRequest,
  verifies,
  type Reply,
} from '../../harness'
import { accepted } from './accepted'
import { granted } from './granted'

const registered = ['admin', 'user', 'openid']

/** Said where a tenant drops openid because client credentials have no user, which it may. */
const noteWithout = (outcome: string, expected: string) => {
  if (outcome !== expected) note('A-10', `of "${expected}" a client without user is granted "${outcome}"`)
}

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

      noteWithout(outcome, 'admin openid user')
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

      noteWithout(outcome, right)
      expect(outcome, 'the granted scope').toBeOneOf(right, ...withoutUser)
    })

  test(...verifies('TOK-039'), async ({ given, send }) => {
    const client = await given.client({ scope: ['user'] })
    const modest = await given.tokenOf(client)

    const reply = await send(tokenRequest(client, { scope: 'user admin' }))
    const outcome = granted(reply)
    const { status: before } = await send(listClients(modest))
    const { status: after } = await send(listClients(tokenIn(reply) ?? modest))

    note('A-10', `a foreign scope beside an own one leads to: ${outcome}`)
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

      note('A-10', `scope "${scope}" leads to: ${outcome}`)
      expect(outcome, 'the granted scope').toBeOneOf(...legitimate)
    })
})
