import { cannotTell, choice, expect, secret, test, tokenRequest, twist, verifies, type Reply } from '../../harness'
import { accepted } from './accepted'
import { basicOf } from './basic-header'

/** 400 and 403 are odd, anything else is wrong. The challenge belongs to the 401: the odd ones need none. */
const judge = (reply: Reply) => {
  const challenge = reply.status === 401 ? reply.header('www-authenticate') : 'Basic'

  expect(reply).toHaveStatus(401, 400, 403)
  expect(reply).toBeRefused(401, 'invalid_client')
  expect(challenge, 'WWW-Authenticate').toMatch(/\bBasic\b/i)
}

/** What a stranger learns from a refusal, without what differs from request to request. */
const learnt = (reply: Reply, id: string) =>
  [reply.status, reply.at('/error'), reply.at('/error_description')]
    .join(' | ')
    .replaceAll(id, '‹id›')
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}|[\da-f]{16,}|\d{4}-\d\d-\d\dT[\d:.]+Z?|\d{10,}/gi, '‹mark›')

test.describe('a client that does not authenticate', () => {
  test(...verifies('TOK-018'), async ({ given, send }) => {
    const client = await given.client()
    const good = await accepted(send, tokenRequest(client))

    judge(await send(twist(good, { basic: [client.client_id, 'not-the-secret'] })))
  })

  test(...verifies('TOK-019'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.credentials()))

    judge(await send(twist(good, { basic: [given.name(), secret()] })))
  })

  test(...verifies('TOK-020'), async ({ given, send }) => {
    const client = await given.client()
    const nobody = given.name()
    const good = await accepted(send, tokenRequest(client))

    const wrong = await send(twist(good, { basic: [client.client_id, 'not-the-secret'] }))
    const unknown = await send(twist(good, { basic: [nobody, 'not-the-secret'] }))

    expect(wrong).toBeRefused(401, undefined, [400, 403])
    expect(learnt(unknown, nobody), 'what an unknown client is told').toBe(learnt(wrong, client.client_id))
  })

  test(...verifies('TOK-021'), async ({ given, send }) => {
    const { line, form = {} } = await accepted(send, tokenRequest(await given.credentials()))

    const reply = await send({ line, form })

    choice('A-39', 'a token request without credentials is called', `${reply.status} ${String(reply.at('/error'))}`)
    expect(reply).toBeRefused([401, 400], ['invalid_client', 'invalid_request'])
  })

  for (const [slip, authorization] of [
    ['no Base64', 'Basic %%%'],
    ['no colon', basicOf('no-colon-in-here')],
    ['no value', 'Basic'],
    ['only a colon', basicOf(':')],
    ['an encoded NUL', basicOf('nobody\0:not-the-secret')],
    ['another case of the scheme, and a wrong secret', basicOf('nobody:not-the-secret', 'basic')],
  ] as const)
    test(...verifies('TOK-022', slip), async ({ given, send }) => {
      const { line, form = {} } = await accepted(send, tokenRequest(await given.credentials()))

      expect(await send({ line, form, headers: { authorization } })).toBeRefused([401, 400])
    })

  for (const [slip, authorization] of [
    ['a bare NUL', 'Basic bm9ib2R5\0Om5v'],
    ['8 KiB', basicOf('x'.repeat(6144))],
  ] as const)
    test(...verifies('TOK-022', slip), async ({ given, send, probe }) => {
      const { line, form = {} } = await accepted(send, tokenRequest(await given.credentials()))

      const reply = await probe({ line, form, headers: { authorization } })
      if (reply.status === 429 || reply.status === 503) cannotTell(`the tenant is busy: ${reply.status}`)

      // What no parser takes in may be answered in front of the tenant, or by hanging up.
      expect(reply.silence ?? reply.status, 'the answer').toBeOneOf(401, 400, 413, 431, 'closed', 'reset')
    })
})
