import { choice, expect, fateOf, revokeRequest, test, verifies } from '../../harness'
import { liveToken } from './live-token'

test.describe('token_type_hint', () => {
  test(...verifies('REV-008'), async ({ given, send, settles }) => {
    const { owner, token, untilRefused } = await liveToken({ given, send, settles })

    const reply = await send(revokeRequest(owner, token, { token_type_hint: 'refresh_token' }))

    expect(reply).toHaveStatus(200)
    expect(await untilRefused()).toBeRefused(401)
  })

  test(...verifies('REV-009'), async ({ given, send, settles }) => {
    const { owner, token, untilRefused } = await liveToken({ given, send, settles })

    const reply = await send(revokeRequest(owner, token, { token_type_hint: 'foo' }))
    const last = await untilRefused()

    choice('REV-009', 'a revocation with token_type_hint=foo is', fateOf(reply))
    expect(reply).toHaveStatus(200, 400)
    expect(last.status, `the status of a call with the token after an answer of ${reply.status}`).toBe(
      reply.status === 200 ? 401 : 200,
    )
  })
})
