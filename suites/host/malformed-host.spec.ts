import { choice, expect, fateOf, oddity, readDiscovery, test, verifies, type Reply } from '../../harness'

const foreign = 'wrong.example'

/** Refused as RFC 9112 3.2 asks, or not answered at all. */
const isTurnedAway = ({ status, silence }: Reply) =>
  status === 400 || status === 444 || silence === 'closed' || silence === 'reset'

test.describe('a Host that no message may have', () => {
  for (const [fault, hosts] of [
    ['no Host line', () => []],
    ['an empty Host', () => ['']],
    ['a right and a foreign Host', (own: string) => [own, foreign]],
    ['a foreign and a right Host', (own: string) => [foreign, own]],
  ] as const)
    test(...verifies('HOST-008', fault), async ({ probe, tenant }) => {
      expect(await probe({ ...readDiscovery(), host: tenant.authority })).toHaveStatus(200)

      const reply = await probe({ ...readDiscovery(), host: hosts(tenant.authority) })

      choice('HOST-008', `a request with ${fault} is`, fateOf(reply))
      if (!isTurnedAway(reply) && reply.status > 400 && reply.status < 500)
        oddity(`${fault} was refused with ${reply.status}, not 400`)
      expect(isTurnedAway(reply) || (reply.status > 400 && reply.status < 500), `the reply to ${fault}`).toHold(
        'a refusal with 400, or no response',
        reply.silence ?? String(reply.status),
      )
    })

  test(...verifies('HOST-013'), async ({ probe, tenant }) => {
    const { baseUrl } = tenant
    const path = '/acs/.well-known/openid-configuration'
    expect(await probe(readDiscovery())).toHaveStatus(200)

    const scheme = tenant.tls ? 'https' : 'http'
    const reply = await probe({ ...readDiscovery(), target: `${scheme}://${foreign}${path}` })
    const reverse = await probe({ ...readDiscovery(), target: `${baseUrl}${path}`, host: foreign })

    choice('HOST-013', 'a target with the own authority under a foreign Host is', fateOf(reverse))
    expect(reply.status !== 200, 'the reply to a foreign authority in the request target').toHold(
      'a refusal',
      String(reply.status),
    )
  })
})
