import {
  cannotTell, expect, generateCredentials, patchClient, patchDirectory, readClient, readDirectory, test, verifies,
  type Given, type Reply, type Send,
} from '../../harness' // prettier-ignore
import { shows } from '../clients/record'
import { rich } from '../clients/rich-client'
import { expectUnchanged } from './unchanged'

/** A directory that can be changed: a tenant may want to know first how it is provisioned. */
const changeableDirectory = async (given: Given, send: Send) => {
  const [admin, { id }] = [await given.admin(), await given.directory()]
  const { status } = await send(generateCredentials(admin, id))
  return status === 200 ? { admin, id, name: given.name() } : cannotTell(`no sync configuration: ${status}`)
}

/** Three members that change together; `n` tells one state from another. */
const together = (n: number) => ({
  access_token_ttl: n,
  redirect_uris: [`https://app.example/${n}`],
  rule_set_names: n % 2 ? ['IDP_AND_DIRECTORY_ADMIN'] : ['READ_ONLY_TENANT_ADMIN'],
})

const stateOf = (reply: Reply) =>
  Object.fromEntries(Object.keys(together(0)).map(member => [member, reply.at(`/${member}`)]))

const readers = 8

test.describe('what readers see of a change', () => {
  test(...verifies('HTTP-012', 'a client'), async ({ given, send, settles }) => {
    const [admin, { client_id }] = [await given.admin(), await given.client()]
    expect(await send(readClient(admin, client_id))).toHaveStatus(200)
    expect(await send(patchClient(admin, client_id, { access_token_ttl: 61 }))).toHaveStatus(200)

    const read = await settles(() => send(readClient(admin, client_id)), shows('access_token_ttl', 61))

    expect(read.at('/access_token_ttl'), 'access_token_ttl after the change').toBe(61)
  })

  test(...verifies('HTTP-012', 'a directory'), async ({ given, send, settles }) => {
    const { admin, id, name } = await changeableDirectory(given, send)
    expect(await send(readDirectory(admin, id))).toHaveStatus(200)
    expect(await send(patchDirectory(admin, id, { name }))).toHaveStatus(200)

    const read = await settles(
      () => send(readDirectory(admin, id)),
      reply => reply.at('/name') === name,
    )

    expect(read.at('/name'), 'name after the change').toBe(name)
  })

  // A change is atomic, and nobody is served what is half changed (RFC 5789 section 2).
  test(...verifies('HTTP-012', 'the whole of it or nothing'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const { client_id } = await given.client(together(60))

    for (const [before, after] of [
      [60, 61],
      [61, 62],
    ] as const) {
      const [reply, ...reads] = await Promise.all([
        send(patchClient(admin, client_id, together(after))),
        ...Array.from({ length: readers }, () => send(readClient(admin, client_id))),
      ])
      expect(reply).toHaveStatus(200)
      for (const read of reads) {
        expect(read).toHaveStatus(200)
        expect(stateOf(read), 'a client read while three members change').toBeOneOf(together(before), together(after))
      }
      await settles(() => send(readClient(admin, client_id)), shows('access_token_ttl', after))
    }
  })

  test(...verifies('HTTP-013', 'a client'), async ({ given, send, settles }) => {
    const [admin, { client_id }] = [await given.admin(), await given.client(rich)]
    const change = patchClient(admin, client_id, { access_token_ttl: 61, redirect_uris: ['https://app.example/new'] })
    const first = await send(change)
    expect(first).toHaveStatus(200)

    const second = await send(change)
    const read = await settles(() => send(readClient(admin, client_id)), shows('access_token_ttl', 61))

    expectUnchanged(second, first, 'in the reply to the second change')
    expectUnchanged(read, first, 'after the second change')
  })

  test(...verifies('HTTP-013', 'a directory'), async ({ given, send }) => {
    const { admin, id, name } = await changeableDirectory(given, send)
    expect(await send(patchDirectory(admin, id, { name }))).toHaveStatus(200)

    const second = await send(patchDirectory(admin, id, { name }))

    expect(second).toHaveStatus(200)
    expect(second.at('/name'), 'name in the reply to the second change').toBe(name)
  })
})
