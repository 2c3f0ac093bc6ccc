import { cannotTell, expect, patchClient, readClient, test, verifies, type Reply } from '../../harness'
import { idsOn, pageWith } from '../clients/pages'
import { anew, retirementOf, rotating, startOf } from './rotating'

const isAnswered =
  (status: number) =>
  (reply: Reply): Reply =>
    reply.status === status ? reply : cannotTell(`${reply.exchange.request.line} is answered ${reply.status}`)

test.describe('secrets while they rotate', () => {
  test(...verifies('ROT-013', 'GET, list and PATCH'), async ({ given, send, settles }) => {
    const { admin, client, next, started } = await rotating({ given, send, settles }, 60)

    const read = isAnswered(200)(await send(readClient(admin, client.client_id)))
    const page = isAnswered(200)(await pageWith({ send, admin }, client.client_id))
    if (!idsOn(page).includes(client.client_id)) cannotTell('the client is not in the list')
    const patched = isAnswered(200)(await send(patchClient(admin, client.client_id, { access_token_ttl: 61 })))

    for (const reply of [started, read, page, patched]) {
      expect(reply).toKeepSecret(client.secret, 'the primary secret')
      expect(reply).toKeepSecret(next.secret, 'the secondary secret')
    }
  })

  test(...verifies('ROT-013', 'refusals and the retirement'), async ({ given, send, settles }) => {
    const { admin, client, next } = await rotating({ given, send, settles }, 60)
    const third = anew(client)

    const replies = [
      await send(startOf(admin, third, 60)),
      await send(startOf(admin, third, -1)),
      await send(retirementOf(admin, client)),
    ]

    for (const reply of replies)
      for (const [each, what] of [
        [client, 'primary'],
        [next, 'secondary'],
        [third, 'refused'],
      ] as const)
        expect(reply).toKeepSecret(each.secret, `the ${what} secret`)
  })
})
