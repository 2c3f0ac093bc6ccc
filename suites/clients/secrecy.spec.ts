import {
  choice,
  expect,
  fateOf,
  listClients,
  oddity,
  patchClient,
  readClient,
  secret,
  test,
  verifies,
} from '../../harness'
import type { Reply, Send } from '../../harness'

/** A mask says that there is a secret, and nothing about it. */
const mask = /^([*•●x.#-]*|\W*(hidden|masked|redacted|protected)\W*)$/i

const expectNoSecret = (reply: Reply, own: string) => {
  expect(reply).toHaveStatus(200)
  expect(reply).toKeepSecret(own, 'the secret of the client')
  for (const member of ['secret', 'secondary_secret'])
    expect(reply.at(`/${member}`) ?? '', `${member}, where it is there at all`).toMatch(mask)
}

const perPage = 100
const mostPages = 50

const itemsOf = (page: Reply) => {
  const items = page.at('/items')
  return Array.isArray(items) ? (items as Record<string, unknown>[]) : []
}

/** All pages of the list, the last one short or empty; the first that is refused ends the walk. */
const walk = async (send: Send, admin: string): Promise<readonly Reply[]> => {
  const pages: Reply[] = []
  for (let index = 1; index <= mostPages; index++) {
    const page = await send(listClients(admin, { start_index: index, page_size: perPage }))
    pages.push(page)
    const total = Number(page.at('/totalPages') ?? index)
    if (page.status !== 200 || itemsOf(page).length === 0 || index >= total) break
  }
  return pages
}

test.describe('stored secret', () => {
  for (const [kind, change] of [
    ['a supplied one', {}],
    ['a generated one', { secret: undefined }],
  ] as const)
    test(...verifies('CLI-011', kind), async ({ given, send }) => {
      const admin = await given.admin()
      const client = await given.client(change)

      const reply = await send(readClient(admin, client.client_id))

      expectNoSecret(reply, client.secret)
    })

  test(...verifies('CLI-012', 'when another member changes'), async ({ given, send }) => {
    const admin = await given.admin()
    const client = await given.client()

    const reply = await send(patchClient(admin, client.client_id, { access_token_ttl: 61 }))

    expectNoSecret(reply, client.secret)
  })

  test(...verifies('CLI-012', 'when it is replaced'), async ({ given, send }) => {
    const admin = await given.admin()
    const client = await given.client()
    const next = secret()

    const reply = await send(patchClient(admin, client.client_id, { secret: next }))

    choice('A-42', 'a PATCH of secret is', fateOf(reply))
    choice('CLI-012', 'the reply to a PATCH of secret shows', reply.text.includes(next) ? 'the new one' : 'no secret')
    if (reply.text.includes(next)) oddity('a PATCH that sets the secret answers with it')
    expect(reply).toHaveStatus(200, 400, 422)
    expect(reply).toKeepSecret(client.secret, 'the secret before the change')
  })

  test(...verifies('CLI-013'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const client = await given.client()
    await settles(
      () => send(readClient(admin, client.client_id)),
      ({ status }) => status === 200,
    )

    const pages = await walk(send, admin)

    for (const page of pages) expectNoSecret(page, client.secret)
    for (const item of pages.flatMap(itemsOf))
      for (const member of ['secret', 'secondary_secret'])
        expect(item[member] ?? '', `${member} of a listed client`).toMatch(mask)
    const names = pages.flatMap(itemsOf).map(({ client_id }) => client_id)
    expect(names, 'the names in the list').toInclude(client.client_id)
  })
})
