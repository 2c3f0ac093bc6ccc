import { choice, expect, fateOf, secret, test, tokenRequest, verifies } from '../../harness'

const guesses = 20

test(...verifies('SEC-008'), async ({ given, send }) => {
  const [attacked, other] = [await given.client(), await given.client()]
  expect(await send(tokenRequest(attacked))).toHaveStatus(200)
  expect(await send(tokenRequest(other))).toHaveStatus(200)

  for (let guess = 1; guess <= guesses; guess++)
    expect(await send(tokenRequest({ ...attacked, secret: secret() }))).toBeRefused([401, 400])

  const after = await send(tokenRequest(attacked))
  choice('SEC-008', `after ${guesses} wrong secrets of a client its right one is`, fateOf(after))
  const { status } = await send(tokenRequest(other))
  expect(status === 200, `another client after ${guesses} wrong secrets of this one`).toHold(
    'given tokens as before',
    String(status),
  )
})
