import {
  choice,
  deleteClient,
  expect,
  fateOf,
  oddity,
  patchClient,
  readClient,
  test,
  tokenRequest,
  verifies,
} from '../../harness'

test.describe('PATCH of client_id', () => {
  test(...verifies('CLI-042', 'to a name nobody has'), async ({ given, send }) => {
    const admin = await given.admin()
    const { client_id: before } = await given.client()
    const after = given.name()

    const reply = await send(patchClient(admin, before, { client_id: after }))
    const old = await send(readClient(admin, before))
    const renamed = await send(readClient(admin, after))
    await send(deleteClient(admin, after)) // Under a new name nothing else would find it again.

    choice('A-42', 'a PATCH of client_id is', fateOf(reply, renamed.status === 200 ? 'applied' : 'ignored'))
    if (old.status === 404 && renamed.status === 200) oddity('a PATCH of client_id renames the client')
    expect(reply.status < 500, 'the reply').toHold('no server error', String(reply.status))
    expect([old.status, renamed.status], 'what the old and the new name read').toBeOneOf([200, 404], [404, 200])
  })

  test(...verifies('CLI-042', 'to the name of another client'), async ({ given, send }) => {
    const admin = await given.admin()
    const victim = await given.client({ access_token_ttl: 61 })
    const intruder = await given.client({ access_token_ttl: 62 })

    const reply = await send(patchClient(admin, intruder.client_id, { client_id: victim.client_id }))
    const hijack = tokenRequest({ client_id: victim.client_id, secret: intruder.secret })

    expect(reply).toHaveStatus(200, 400, 403, 409, 422)
    expect([undefined, intruder.client_id], 'what client_id in the reply may be').toInclude(reply.at('/client_id'))
    expect(await send(hijack)).toBeRefused([401, 400])
    expect(await send(tokenRequest(victim))).toHaveStatus(200)
    expect((await send(readClient(admin, victim.client_id))).at('/access_token_ttl'), 'its lifetime').toBe(61)
    expect((await send(readClient(admin, intruder.client_id))).at('/access_token_ttl'), 'the other lifetime').toBe(62)
  })
})
