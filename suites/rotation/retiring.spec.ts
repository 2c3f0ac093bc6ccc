import { cannotTell, choice, expect, fateOf, listClients, oddity, test, tokenRequest, verifies } from '../../harness'
import { accepted } from '../token/accepted'
import { anew, retirementOf, rotating, startOf, works } from './rotating'
import { expectEnded, expectUseless } from './state'

test.describe('retiring the primary secret', () => {
  test(...verifies('ROT-006'), async ({ given, send, settles }) => {
    const rotation = await rotating({ given, send, settles }, 60)

    const reply = await send(retirementOf(rotation.admin, rotation.client))

    expect(reply).toHaveStatus(204)
    expect(reply).toHaveNoBody()
    await expectEnded({ send, settles }, rotation)
  })

  test(...verifies('ROT-007', 'before any rotation'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const client = await given.client()
    await accepted(send, tokenRequest(client))

    const reply = await send(retirementOf(admin, client))

    expect(reply).toBeRefused(400)
    expect(reply).toCarryEnvelope()
    expect(
      await settles(
        () => send(tokenRequest(client)),
        each => !works(each),
      ),
    ).toHaveStatus(200)
  })

  test(...verifies('ROT-007', 'after a rotation'), async ({ given, send, settles }) => {
    const { admin, client, next } = await rotating({ given, send, settles }, 60)
    const first = await send(retirementOf(admin, client))
    if (first.status !== 204) cannotTell(`a running rotation could not be ended: ${first.status}`)

    const reply = await send(retirementOf(admin, client))

    expect(reply).toBeRefused(400)
    await expectUseless({ send, settles }, anew(client))
    expect(await settles(() => send(tokenRequest(next)), works)).toHaveStatus(200)
  })

  test(...verifies('ROT-014'), async ({ given, send, settles }) => {
    const { admin, client, next } = await rotating({ given, send, settles }, 60)
    const offered = anew(client)

    const reply = await send(retirementOf(admin, client, { secondary_secret: offered.secret }))

    choice('A-47', 'a retirement with a body is', fateOf(reply))
    if (reply.status === 400) oddity('a body sent along with a retirement is refused with 400')
    expect(reply).toHaveStatus(204, 400)
    await expectUseless({ send, settles }, offered)
    expect(await send(tokenRequest(next))).toHaveStatus(200)
  })
})

test.describe('after a rotation', () => {
  test(...verifies('ROT-016'), async ({ given, send, settles }) => {
    const { admin, client, next } = await rotating({ given, send, settles }, 60)
    const last = anew(client)
    const first = await send(retirementOf(admin, client))
    if (first.status !== 204) cannotTell(`the first rotation could not be ended: ${first.status}`)
    await settles(
      () => send(tokenRequest(client)),
      each => !works(each),
    )

    expect(await send(startOf(admin, last, 60))).toHaveStatus(204)
    await settles(() => send(tokenRequest(last)), works)
    expect(await send(retirementOf(admin, client))).toHaveStatus(204)

    await expectEnded({ send, settles }, { admin, client: { ...client, ...next }, next: last })
    await expectUseless({ send, settles }, client)
  })

  test(...verifies('ROT-017'), async ({ given, send, settles }) => {
    const { admin, client } = await rotating({ given, send, settles }, 60)
    const call = await accepted(send, listClients(await given.tokenOf(client), { page_size: 1 }))
    const { status } = await send(retirementOf(admin, client))
    if (status !== 204) cannotTell(`the rotation could not be ended: ${status}`)

    const reply = await settles(
      () => send(call),
      each => each.status === 401,
    )

    choice('A-22', 'a token of the primary secret is, after its retirement,', fateOf(reply))
    expect(reply).toHaveStatus(200)
  })
})
