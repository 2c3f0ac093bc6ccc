import {
  createClient,
  deleteClient,
  expect,
  oddity,
  readClient,
  secret,
  test,
  tokenRequest,
  verifies,
  type Reply,
} from '../../harness'

const isGood = ({ status }: Reply) => status === 200

test.describe('a client_id that was in use before', () => {
  test(...verifies('CLI-051'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const before = await given.client()
    const token = await given.tokenOf(before)
    expect(await send(deleteClient(admin, before.client_id))).toHaveStatus(204)

    const after = { client_id: before.client_id, secret: secret() }
    const recreate = createClient(admin, { ...before.members, ...after })
    const created = await settles(
      () => send(recreate),
      ({ status }) => status !== 409,
    )

    expect(created).toHaveStatus(201)
    expect(await settles(() => send(tokenRequest(after)), isGood)).toHaveStatus(200)
    expect(
      await settles(
        () => send(tokenRequest(before)),
        reply => !isGood(reply),
      ),
    ).toBeRefused(401, 'invalid_client')
    const old = await settles(
      () => send(readClient(token, before.client_id)),
      reply => !isGood(reply),
    )
    if (isGood(old)) oddity('a token of the deleted client is accepted for the new one of the same name (AUTHN-016)')
  })
})
