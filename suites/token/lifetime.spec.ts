import {
  cannotTell,
  expect,
  listClients,
  note,
  patchClient,
  readJws,
  test,
  tokenRequest,
  verifies,
  type Reply,
} from '../../harness'
import { accepted } from './accepted'
import { beginnings, endOf } from './moments'

/** Seconds that may have been spent between issuing a token and reading the reply. */
const spentAlready = 30

/** Seconds by which two clocks of a tenant may differ. */
const clocksApart = 60

test.describe('lifetime of an access token', () => {
  for (const minutes of [1, 7, 60, 10_080])
    test(...verifies('TOK-005', `a client with ${minutes} minutes`), async ({ given, send }) => {
      const client = await given.client({ access_token_ttl: minutes })

      const reply = await send(tokenRequest(client))

      const seconds = Number(reply.at('/expires_in'))
      if (seconds < minutes * 60)
        note('measured', `expires_in is ${minutes * 60 - seconds} s less than the whole lifetime`)
      expect(reply).toHaveStatus(200)
      expect(reply.at('/expires_in'), 'expires_in').toBeWithin(minutes * 60 - spentAlready, minutes * 60)
    })

  test(...verifies('TOK-006'), async ({ given, send }) => {
    const client = await given.client({ access_token_ttl: 7 })

    const reply = await send(tokenRequest(client))
    const { claims } = readJws(reply.at('/access_token'))
    const seconds = Number(reply.at('/expires_in'))
    const since = (moment: unknown) => Number(claims.exp) - Number(moment)

    for (const [begin, moment] of beginnings(reply, claims.iat))
      expect(since(moment), `exp minus ${begin}`).toBeWithin(seconds - clocksApart, seconds + clocksApart)
  })

  test(...verifies('TOK-009', '', '@slow'), async ({ given, send, time, tenant }) => {
    const client = await given.client({ access_token_ttl: 1 })
    const call = await accepted(send, listClients(await given.tokenOf(client)))

    await time.passes({ seconds: 60 + tenant.skewSeconds + 5, for: client })

    expect(await send(call)).toBeRefused(401)
  })

  test(...verifies('TOK-010', '', '@slow'), async ({ given, send, time }) => {
    const client = await given.client({ access_token_ttl: 2 })
    const call = await accepted(send, listClients(await given.tokenOf(client)))

    await time.passes({ seconds: 45, for: client })
    expect(await send(call)).toHaveStatus(200)

    await time.passes({ seconds: 45, for: client })
    expect(await send(call)).toHaveStatus(200)
  })

  test(...verifies('TOK-011', '', '@slow'), async ({ given, send, time, tenant }) => {
    const client = await given.client({ access_token_ttl: 1 })
    const before = await send(tokenRequest(client))
    await time.passes({ seconds: 60 + tenant.skewSeconds + 5, for: client })

    const after = await send(tokenRequest(client))

    expect(after).toHaveStatus(200)
    expect(endOf(after) > endOf(before), 'the end of the new token').toHold('later than the end of the expired one')
    expect(await send(listClients(String(after.at('/access_token'))))).toHaveStatus(200)
  })

  test(...verifies('TOK-012', '', '@slow'), async ({ given, send, settles, time, tenant }) => {
    const client = await given.client({ access_token_ttl: 60 })
    const call = await accepted(send, listClients(await given.tokenOf(client)))
    const isShort = (reply: Reply) => Number(reply.at('/expires_in')) <= 60
    const change = await send(patchClient(await given.admin(), client.client_id, { access_token_ttl: 1 }))
    if (change.status !== 200) cannotTell(`access_token_ttl could not be changed: ${change.status}`)

    const late = await settles(() => send(tokenRequest(client)), isShort)
    await time.passes({ seconds: 60 + tenant.skewSeconds + 5, for: client })

    expect(late.at('/expires_in'), 'expires_in of a later token').toBeWithin(60 - spentAlready, 60)
    expect(await send(call)).toHaveStatus(200)
  })
})
