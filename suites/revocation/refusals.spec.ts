import {
  choice,
  expect,
  fateOf,
  oddity,
  revokeRequest,
  test,
  verifies,
  type Credentials,
  type Reply,
} from '../../harness'
import { accepted } from '../token/accepted'
import { liveToken } from './live-token'

const strangers = [
  ['no credentials', () => ({ basic: undefined })],
  ['a wrong secret', ({ client_id }: Credentials) => ({ basic: [client_id, 'not-the-secret'] as const })],
  ['an empty secret', ({ client_id }: Credentials) => ({ basic: [client_id, ''] as const })],
] as const

/** In which words a refusal is said; no document describes the body here. */
const wordsOf = (reply: Reply) => {
  if (typeof reply.at('/error') === 'string') return `the OAuth error ${String(reply.at('/error'))}`
  return Array.isArray(reply.at('/errors')) ? 'the errors envelope' : 'neither envelope nor OAuth error'
}

test.describe('revocations that are refused', () => {
  test(...verifies('REV-005'), async ({ given, send, settles }) => {
    const { owner, token, untilRefused } = await liveToken({ given, send, settles })
    const other = await liveToken({ given, send, settles })
    await accepted(send, revokeRequest(other.owner, other.token))

    const reply = await send(revokeRequest(other.owner, token))
    const last = await untilRefused()

    choice('REV-005', "a revocation of another client's token is", fateOf(reply, 'answered 200'))
    if (reply.status === 200) oddity("another client's token is answered 200, without effect")
    else expect(reply).toBeRefused(400)
    expect(last).toHaveStatus(200)
    expect(await send(revokeRequest(owner, token))).toHaveStatus(200)
  })

  for (const [who, change] of strangers)
    test(...verifies('REV-006', who), async ({ given, send, settles }) => {
      const { owner, token, untilRefused } = await liveToken({ given, send, settles })

      const reply = await send({ ...revokeRequest(owner, token), ...change(owner) })
      const last = await untilRefused()

      expect(reply).toBeRefused(401)
      expect(last).toHaveStatus(200)
      expect(await send(revokeRequest(owner, token))).toHaveStatus(200)
    })

  for (const [slip, form] of [
    ['an empty form', {}],
    ['an empty token', { token: '' }],
  ] as const)
    test(...verifies('REV-007', slip), async ({ given, send, settles }) => {
      const { owner, token } = await liveToken({ given, send, settles })
      const good = await accepted(send, revokeRequest(owner, token))

      const reply = await send({ ...good, form })

      choice('A-01', `a revocation with ${slip} is answered`, `${reply.status} with ${wordsOf(reply)}`)
      expect(reply).toBeRefused(400)
      expect(reply.at('/error') ?? 'invalid_request', 'error, where there is one').toBe('invalid_request')
    })

  test(...verifies('REV-010'), async ({ given, send, settles }) => {
    const { owner, token, untilRefused } = await liveToken({ given, send, settles })
    const { line, basic } = revokeRequest(owner, token)

    const reply = await send({ line, basic, json: { token } })
    const last = await untilRefused()

    expect(reply.status, 'the status of a revocation in JSON').toBeWithin(400, 499)
    expect(last).toHaveStatus(200)
    expect(await send(revokeRequest(owner, token))).toHaveStatus(200)
  })
})
