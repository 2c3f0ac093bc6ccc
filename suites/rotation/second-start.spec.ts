import { expect, readClient, test, tokenRequest, verifies } from '../../harness'
import { accepted } from '../token/accepted'
import { anew, rotating, startOf, works } from './rotating'
import { expectUseless, isRunning } from './state'

test.describe('two starts', () => {
  test(...verifies('ROT-005'), async ({ given, send, settles }) => {
    const { admin, client, next } = await rotating({ given, send, settles }, 60)
    const third = anew(client)
    const read = () => send(readClient(admin, client.client_id))
    const before = await settles(read, isRunning)

    const reply = await send(startOf(admin, third, 120))

    expect(reply).toBeRefused(400)
    expect(reply).toCarryEnvelope()
    await expectUseless({ send, settles }, third)
    for (const each of [client, next]) expect(await send(tokenRequest(each))).toHaveStatus(200)
    const after = await read()
    for (const member of ['rotate_secret', 'primary_secret_auto_retires_at'])
      expect(after.at(`/${member}`) ?? 'absent', member).toBe(before.at(`/${member}`) ?? 'absent')
  })

  test(...verifies('ROT-018'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const client = await given.client()
    await accepted(send, tokenRequest(client))
    const start = async (rival = anew(client)) => ({ rival, reply: await send(startOf(admin, rival, 60)) })

    const [one, other] = await Promise.all([start(), start()])
    const [won, lost] = one.reply.status <= other.reply.status ? [one, other] : [other, one]

    expect(won.reply).toHaveStatus(204)
    expect(lost.reply).toBeRefused(400)
    expect(await settles(() => send(tokenRequest(won.rival)), works)).toHaveStatus(200)
    await expectUseless({ send, settles }, lost.rival)
    expect(await send(tokenRequest(client))).toHaveStatus(200)
  })
})
