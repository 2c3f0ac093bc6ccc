import { choice, expect, fateOf, readDiscovery, readKeys, test, verifies } from '../../harness'

test.describe('public operations', () => {
  for (const [operation, request] of [
    ['discovery', readDiscovery()],
    ['the key set', readKeys()],
  ] as const)
    test(...verifies('AUTHZ-016', operation), async ({ send }) => {
      const reply = await send(request)
      const withGarbage = await send({ ...request, bearer: 'not-a-token' })

      choice('AUTHZ-016', `${operation} with a bearer token that is none is`, fateOf(withGarbage))
      expect(reply).toHaveStatus(200)
      expect(withGarbage).toHaveStatus(200, 401)
    })
})
