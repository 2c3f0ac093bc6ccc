import { expect, listClients, test, tokenRequest, verifies, type Reply } from '../../harness'
import { accepted } from './accepted'
import { guideClient } from './guide-client'

const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make)

const others = (replies: readonly Reply[]) => replies.map(({ status }) => status).filter(status => status !== 200)

const oneRow = { page_size: 1 }

test.describe('using tokens again and side by side', () => {
  test(...verifies('TOK-007'), async ({ given, send, tenant }) => {
    const call = await accepted(send, listClients(await given.tokenOf(guideClient(tenant)), oneRow))
    const present = () => send(call)

    const inTurn: Reply[] = []
    for (let count = 0; count < 19; count++) inTurn.push(await present())
    const atOnce = await Promise.all(times(10, present))

    expect(others(inTurn), 'statuses besides 200 in 19 more calls one after the other').toBe([])
    expect(others(atOnce), 'statuses besides 200 in 10 calls at once').toBe([])
  })

  test(...verifies('TOK-008'), async ({ given, send, tenant }) => {
    const earlier = await accepted(send, listClients(await given.tokenOf(guideClient(tenant)), oneRow))

    const later = await given.tokenOf(guideClient(tenant))

    expect(await send(earlier)).toHaveStatus(200)
    expect(await send(listClients(later, oneRow))).toHaveStatus(200)
  })

  test(...verifies('TOK-044'), async ({ given, send, tenant }) => {
    const request = tokenRequest(guideClient(tenant))
    await accepted(send, listClients(await given.tokenOf(guideClient(tenant)), oneRow))

    const issued = await Promise.all(times(20, () => send(request)))
    const tokens = issued.map(reply => String(reply.at('/access_token')))
    const used = await Promise.all(tokens.map(token => send(listClients(token, oneRow))))

    expect(others(issued), 'statuses besides 200 when 20 tokens are asked for at once').toBe([])
    expect(others(used), 'statuses besides 200 when those tokens are used').toBe([])
  })
})
