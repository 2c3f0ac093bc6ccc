import { choice, expect, fateOf, oddity, patchClient, secret, test, tokenRequest, verifies } from '../../harness'

const works = ({ status }: { readonly status: number }) => status === 200

test.describe('PATCH of secret', () => {
  test(...verifies('CLI-043'), async ({ given, send, settles }) => {
    const client = await given.client()
    const fresh = { ...client, secret: secret() }
    expect(await send(tokenRequest(client))).toHaveStatus(200)

    const reply = await send(patchClient(await given.admin(), client.client_id, { secret: fresh.secret }))
    let old = reply
    const ask = async () => {
      old = await send(tokenRequest(client))
      return send(tokenRequest(fresh))
    }
    const last = await settles(ask, each => works(each) !== works(old))

    const good = [...(works(old) ? ['the old'] : []), ...(works(last) ? ['the new'] : [])]
    const winner = `${good.join(' and ') || 'no'} secret`
    choice('A-42', 'a PATCH of secret is', fateOf(reply))
    choice('A-42', 'after a PATCH of secret a token goes to', winner)
    if (good.length !== 1) oddity(`after a PATCH of secret, answered ${reply.status}, ${winner} gets a token`)
    expect(good.length, 'the number of secrets that get a token').toBe(1)
  })
})
