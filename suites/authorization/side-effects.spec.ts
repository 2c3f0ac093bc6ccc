import {
  cannotTell,
  choice,
  createClient,
  createDirectory,
  directoryMembers,
  expect,
  fateOf,
  listDirectories,
  test,
  verifies,
  type Reply,
} from '../../harness'
import { idsOn, pageWith } from '../clients/pages'
import { proveAccepted } from './allowed'
import { listed } from './calls'

const shown = (list: Reply): Reply =>
  list.status === 200 ? list : cannotTell(`TENANT_ADMIN is not shown the list, but ${list.status}`)

test.describe('a denied creation', () => {
  test(...verifies('AUTHZ-011', 'of a client'), async ({ given, send }) => {
    const admin = await given.admin()
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const members = given.members()

    const reply = await send(createClient(token, members))
    const page = shown(await pageWith({ send, admin }, String(members.client_id)))

    const isListed = idsOn(page).includes(members.client_id)
    expect(!isListed, 'the client').toHold('not listed afterwards', `listed, though its creation got ${reply.status}`)
    expect(reply).toBeRefused(403)
    expect(await send(createClient(admin, members))).toHaveStatus(201)
  })

  test(...verifies('AUTHZ-011', 'of a directory'), async ({ given, send }) => {
    const admin = await given.admin()
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const members = directoryMembers(given.name())

    const reply = await send(createDirectory(token, members))
    const list = shown(await send(listDirectories(admin)))

    const isListed = listed('name', String(members.name))(list) === 'present'
    expect(!isListed, 'the directory').toHold(
      'not listed afterwards',
      `listed, though its creation got ${reply.status}`,
    )
    expect(reply).toBeRefused(403)
    expect(await send(createDirectory(admin, members))).toHaveStatus(201)
  })

  test(...verifies('AUTHZ-011', 'with an invalid body'), async ({ given, send }) => {
    const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const valid = given.members()

    const reply = await send(createClient(token, { ...valid, access_token_ttl: -1 }))

    choice('AUTHZ-011', 'an invalid new client of somebody who may create none is', fateOf(reply))
    expect(reply).toBeRefused([403, 400])
    await proveAccepted(send, createClient(await given.admin(), valid))
  })
})
