import { expect, readClient, test, tokenRequest, twist, verifies } from '../../harness'
import { accepted } from '../token/accepted'
import { anew, startOf, works } from './rotating'
import { expectNoRotation, isRunning } from './state'

test.describe('action', () => {
  for (const [slip, query] of [
    ['none', {}],
    ['an empty one', { action: '' }],
    ['an unknown one', { action: 'foo' }],
    ['a start in capitals', { action: 'START-ROTATE-SECRET' }],
    ['a retirement in capitals', { action: 'RETIRE-PRIMARY-SECRET' }],
  ] as const)
    test(...verifies('ROT-011', slip), async ({ given, send, settles }) => {
      const admin = await given.admin()
      const client = await given.client()
      await accepted(send, tokenRequest(client))
      const good = startOf(admin, anew(client), 60)

      expect(await send(twist(good, { query }))).toBeRefused(400)
      await expectNoRotation(send, admin, client)

      expect(await send(good)).toHaveStatus(204)
      await settles(() => send(readClient(admin, client.client_id)), isRunning)
      expect(await send(twist(good, { query }))).toBeRefused(400)
      expect(isRunning(await send(readClient(admin, client.client_id))), 'the rotation').toHold(
        'still running',
        'ended',
      )
      expect(await settles(() => send(tokenRequest(client)), works)).toHaveStatus(200)
    })
})
