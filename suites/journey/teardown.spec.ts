import {
  createClient,
  deleteClient,
  expect,
  listDirectories,
  readClient,
  test,
  tokenRequest,
  verifies,
} from '../../harness'

/** The client that the run was given is never deleted: a client of this check stands in for it. */
test(...verifies('E2E-007'), async ({ given, send, settles }) => {
  const [admin, first] = [await given.admin(), await given.client({ rule_set_names: ['TENANT_ADMIN'] })]
  const members = given.members()
  const second = { client_id: String(members.client_id), secret: String(members.secret) }
  expect(await send(createClient(await given.tokenOf(first), members))).toHaveStatus(201)
  const token = await given.tokenOf(second)
  expect(await send(listDirectories(token))).toHaveStatus(200)

  expect(await send(deleteClient(admin, first.client_id))).toHaveStatus(204)
  const gone = await settles(
    () => send(readClient(admin, first.client_id)),
    ({ status }) => status === 404,
  )

  expect(gone).toHaveStatus(404)
  expect(await send(listDirectories(token))).toHaveStatus(200)
  expect(await send(tokenRequest(second))).toHaveStatus(200)
})
