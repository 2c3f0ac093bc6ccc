import {
  createClient, expect, listClients, patchClient, readClient, test, tokenRequest, verifies,
  type Reply,
} from '../../harness' // prettier-ignore

const leading = new Set(['location', 'content-location', 'link', 'refresh'])

const isAddress = (text: string) => /^([a-z][a-z0-9+.-]*:|\/)/i.test(text)

/** Addresses anywhere in a document: what stands below `_links`, and every other text that reads like one. */
const addressesIn = (value: unknown, isLink = false): readonly string[] => {
  if (typeof value === 'string') return isLink || isAddress(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => addressesIn(inner, isLink || name === '_links'))
}

/** What is left of a reply when only its addresses are kept. */
const onlyAddresses = (reply: Reply): Reply => ({
  ...reply,
  headers: reply.headers.filter(([name]) => leading.has(name)),
  text: addressesIn(reply.json()).join('\n'),
})

test.describe('addresses that a tenant emits', () => {
  for (const [kind, change] of [
    ['a supplied secret', {}],
    ['a generated secret', { secret: undefined }],
  ] as const)
    test(...verifies('SEC-007', kind), async ({ given, send }) => {
      const admin = await given.admin()
      const members = given.members(change)
      const made = await send(createClient(admin, members))
      const own = String(members.secret ?? made.at('/secret'))
      const id = String(members.client_id)
      expect(made).toHaveStatus(201)

      const replies = [
        made,
        await send(readClient(admin, id)),
        await send(patchClient(admin, id, { access_token_ttl: 61 })),
        await send(listClients(admin)),
      ]

      for (const reply of replies)
        expect(onlyAddresses(reply)).toKeepSecret(own, 'the secret of the client in an address')
    })

  test(...verifies('SEC-007', 'a token'), async ({ given, send }) => {
    const reply = await send(tokenRequest(await given.client()))
    const token = String(reply.at('/access_token'))
    expect(reply).toHaveStatus(200)

    const list = await send(listClients(token))

    expect(onlyAddresses(reply)).toKeepSecret(token, 'the token in an address')
    expect(onlyAddresses(list)).toKeepSecret(token, 'the token in an address')
  })
})
