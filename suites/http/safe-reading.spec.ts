import {
  cannotTell, expect, generateCredentials, listClients, listUsers, readClient, readDirectory, readSyncClient, test,
  tokenRequest, verifies, type Reply, type Request, type Send,
} from '../../harness' // prettier-ignore
import { accepted } from '../token/accepted'
import { expectUnchanged } from './unchanged'

const times = 5

const readOften = async (send: Send, request: Request): Promise<void> => {
  for (let time = 1; time <= times; time++) expect(await send(request)).toHaveStatus(200)
}

const directoryMembers = ['id', 'name', 'domains', 'default_domain', 'source', 'type', 'attributes']

/** The documented members of a directory; a tenant may count accesses in others. */
const directoryOf = (reply: Reply) =>
  Object.fromEntries(directoryMembers.map(member => [member, reply.at(`/${member}`) ?? null]))

test.describe('what reading leaves behind', () => {
  test(...verifies('HTTP-007', 'a client'), async ({ given, send }) => {
    const client = await given.client()
    const token = await given.tokenOf(client)
    const read = readClient(await given.admin(), client.client_id)
    const before = await send(await accepted(send, read))

    await readOften(send, read)
    await readOften(send, listClients(token))

    expectUnchanged(await send(read), before, 'after ten reads')
    expect(await send(tokenRequest(client))).toHaveStatus(200)
    expect(await send(listClients(token))).toHaveStatus(200)
  })

  test(...verifies('HTTP-007', 'a directory'), async ({ given, send }) => {
    const { id } = await given.directory()
    const read = readDirectory(await given.admin(), id)
    const before = directoryOf(await send(await accepted(send, read)))

    await readOften(send, read)

    expect(directoryOf(await send(read)), 'the directory after five reads').toBe(before)
  })

  test(...verifies('HTTP-007', 'the token of a sync client'), async ({ given, send }) => {
    const [admin, { id }] = [await given.admin(), await given.directory()]
    const made = await send(generateCredentials(admin, id, { generate_token: true, token_ttl: 60 }))
    if (typeof made.at('/access_token') !== 'string') cannotTell(`no token for a sync client: ${made.status}`)
    const use = await accepted(send, listUsers(String(made.at('/access_token'))))

    await readOften(send, readSyncClient(admin, id))

    const { status } = await send(use)
    expect(status === 200, 'the token after five reads of the sync client').toHold('as good as before', String(status))
  })

  test(...verifies('HTTP-007', 'the secret of a sync client'), async ({ given, send }) => {
    const [admin, { id }] = [await given.admin(), await given.directory()]
    const made = await send(generateCredentials(admin, id, { generate_token: false }))
    const [client_id, own] = [made.at('/client_id'), made.at('/client_secret')]
    if (typeof own !== 'string') cannotTell(`no secret for a sync client: ${made.status}`)
    const use = await accepted(send, tokenRequest({ client_id: String(client_id), secret: String(own) }))

    await readOften(send, readSyncClient(admin, id))

    const { status } = await send(use)
    expect(status === 200, 'the secret after five reads of the sync client').toHold('as good as before', String(status))
  })
})
