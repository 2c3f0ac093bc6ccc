import { expect, listClients, readClient, test, tokenRequest, verifies } from '../../harness'
import type { Reply } from '../../harness'
import { accepted } from '../token/accepted'
import { anew, rotating, startOf, works } from './rotating'
import { isRunning, retirementIn } from './state'

const allowance = 120

/** When the tenant answered, in seconds since 1970, by its own clock. */
const momentOf = (reply: Reply): number => {
  const moment = Date.parse(reply.header('date') ?? '') / 1000
  return Number.isFinite(moment) ? moment : Date.now() / 1000
}

test.describe('starting a rotation', () => {
  test(...verifies('ROT-001'), async ({ given, send }) => {
    const client = await given.client()
    const next = anew(client)

    const reply = await send(startOf(await given.admin(), next, 60))

    expect(reply).toHaveStatus(204)
    expect(reply).toHaveNoBody()
    expect(reply).toKeepSecret(next.secret, 'the secondary secret')
  })

  test(...verifies('ROT-002'), async ({ given, send, settles }) => {
    const { client, next } = await rotating({ given, send, settles }, 60)

    const fresh = await settles(() => send(tokenRequest(next)), works)

    expect(fresh).toHaveStatus(200)
    expect(await send(tokenRequest(client))).toHaveStatus(200)
    expect(await send(tokenRequest(next))).toHaveStatus(200)
  })

  for (const [id, minutes, seconds] of [
    ['ROT-003', 60, 3600],
    ['ROT-004', undefined, 86_400],
  ] as const)
    test(...verifies(id), async ({ given, send, settles }) => {
      const { admin, client, started } = await rotating({ given, send, settles }, minutes)
      const due = momentOf(started) + seconds

      const read = await settles(() => send(readClient(admin, client.client_id)), isRunning)

      expect(read).toHaveStatus(200)
      expect(read.at('/rotate_secret'), 'rotate_secret').toBe(true)
      expect(retirementIn(read), 'primary_secret_auto_retires_at, in seconds').toBeWithin(
        due - allowance,
        due + allowance,
      )
    })

  test(...verifies('ROT-012'), async ({ given, send }) => {
    const admin = await given.admin()
    await accepted(send, listClients(admin, { page_size: 1 }))
    const nobody = anew({ client_id: given.name(), secret: '' })

    const reply = await send(startOf(admin, nobody, 60))

    expect(reply).toBeRefused(404)
    expect(reply).toCarryEnvelope()
  })
})
