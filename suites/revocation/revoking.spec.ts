import {
  cannotTell,
  choice,
  expect,
  fateOf,
  listClients,
  oddity,
  revokeRequest,
  test,
  tokenRequest,
  verifies,
} from '../../harness'
import { tokenIn } from '../clients/token-in'
import { accepted } from '../token/accepted'
import { liveToken } from './live-token'

test.describe('revoking a token', () => {
  test(...verifies('REV-001'), async ({ given, send, settles }) => {
    const { owner, token } = await liveToken({ given, send, settles })

    const reply = await send(revokeRequest(owner, token))

    expect(reply).toHaveStatus(200)
  })

  test(...verifies('REV-002'), async ({ given, send, settles }) => {
    const { owner, token, untilRefused } = await liveToken({ given, send, settles })

    await accepted(send, revokeRequest(owner, token))

    expect(await untilRefused()).toBeRefused(401)
  })

  test(...verifies('REV-003'), async ({ given, send, settles }) => {
    const first = await liveToken({ given, send, settles })
    const second = await liveToken({ given, send, settles }, first.owner)

    await accepted(send, revokeRequest(first.owner, first.token))
    if ((await first.untilRefused()).status !== 401) cannotTell('the revoked token itself is still accepted')
    const last = await second.untilRefused()
    const third = await send(tokenRequest(first.owner))

    choice('REV-003', 'when one token of a client is revoked, its others are', fateOf(last, 'good still'))
    if (last.status === 401) oddity('revoking one token of a client takes its other tokens along')
    expect(last).toHaveStatus(200, 401)
    expect(third).toHaveStatus(200)
    expect(await send(listClients(tokenIn(third), { page_size: 1 }))).toHaveStatus(200)
  })
})

/** Tokens within the documented characters and length that nobody ever issued. */
const neverIssued = [
  ['a JWT that was never issued', 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiJub25lIn0.bm8tc2lnbmF0dXJl'],
  ['a text that is no JWT', 'no-such-token'],
] as const

test.describe('revoking what is no live token', () => {
  for (const [what, never] of neverIssued)
    test(...verifies('REV-004', what), async ({ given, send, settles }) => {
      const { owner, token } = await liveToken({ given, send, settles })
      await accepted(send, revokeRequest(owner, token))

      const reply = await send(revokeRequest(owner, never))

      choice('REV-004', `the revocation of ${what} is`, fateOf(reply))
      if (reply.status === 400) oddity(`${what} is answered 400, as the reference says of ids that are not found`)
      expect(reply).toHaveStatus(200, 400)
    })

  test(...verifies('REV-004', 'a token that is revoked already'), async ({ given, send, settles }) => {
    const { owner, token, untilRefused } = await liveToken({ given, send, settles })
    const again = await accepted(send, revokeRequest(owner, token))
    await untilRefused()

    const reply = await send(again)

    choice('REV-004', 'the revocation of a token that is revoked already is', fateOf(reply))
    if (reply.status === 400) oddity('a token that is revoked already is answered 400')
    expect(reply).toHaveStatus(200, 400)
  })
})
