import { choice, expect, fateOf, note, readClient, test, tokenRequest, verifies } from '../../harness'
import { accepted } from '../token/accepted'
import { anew, startOf, works } from './rotating'
import { expectNoRotation, isRunning } from './state'

test.describe('primary_secret_auto_retire_duration', () => {
  for (const minutes of [1, 10_080])
    test(...verifies('ROT-009', `${minutes} is accepted`), async ({ given, send }) => {
      const client = await given.client()

      const reply = await send(startOf(await given.admin(), anew(client), minutes))

      expect(reply).toHaveStatus(204)
    })

  for (const duration of [10_081, -1, 1.5, 'x'])
    test(...verifies('ROT-009', `${duration} is refused`), async ({ given, send }) => {
      const admin = await given.admin()
      const client = await given.client()

      const reply = await send(startOf(admin, anew(client), duration))

      expect(reply).toBeRefused(400)
      await expectNoRotation(send, admin, client)
      expect(await send(startOf(admin, anew(client), 60))).toHaveStatus(204)
    })

  test(...verifies('ROT-009', '0 locks nobody out'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const client = await given.client()
    await accepted(send, tokenRequest(client))
    const next = anew(client)

    const reply = await send(startOf(admin, next, 0))
    const last = await settles(() => send(tokenRequest(reply.status === 204 ? next : client)), works)
    const old = await send(tokenRequest(client))
    const read = await send(readClient(admin, client.client_id))

    const flag = isRunning(read) ? 'a rotation runs' : 'no rotation runs'
    choice('A-17', 'a rotation with a duration of 0 is', fateOf(reply))
    note('A-17', `after a duration of 0 ${flag}, and the primary secret gets ${old.status}`)
    expect(reply).toHaveStatus(204, 400)
    expect(last).toHaveStatus(200)
  })
})
