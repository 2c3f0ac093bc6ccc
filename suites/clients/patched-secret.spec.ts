import { expect, note, patchClient, secret, test, tokenRequest, verifies } from '../../harness'

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

    note('A-42', `a PATCH of secret gives ${reply.status}, ${works(last) ? 'the new' : 'the old'} secret is good`)
    expect([old.status, last.status].filter(status => status === 200).length, 'secrets that get a token').toBe(1)
  })
})
