import { expect, listDirectories, test, tokenRequest, verifies } from '../../harness'

test(...verifies('E2E-006', '', '@slow'), async ({ given, send, time, tenant }) => {
  const client = await given.client({ access_token_ttl: 1 })
  const token = await given.tokenOf(client)
  expect(await send(listDirectories(token))).toHaveStatus(200)

  await time.passes({ seconds: 60 + tenant.skewSeconds + 5, for: client })
  expect(await send(listDirectories(token))).toBeRefused(401)
  const renewed = await send(tokenRequest(client))

  expect(renewed).toHaveStatus(200)
  expect(await send(listDirectories(String(renewed.at('/access_token'))))).toHaveStatus(200)
})
