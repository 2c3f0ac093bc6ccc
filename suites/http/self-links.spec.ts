import {
  choice, createClient, expect, listClients, readClient, test, verifies, type Reply, type Request, type Tenant,
} from '../../harness' // prettier-ignore

const hrefIn = (reply: Reply) => reply.at('/_links/self/href')

/** The request target of a link: root-relative, or absolute at the tenant; `undefined` for any other. */
const targetOf = (href: unknown, { authority, hostAliases }: Tenant): `/${string}` | undefined => {
  if (typeof href !== 'string' || /[{}\s]/.test(href)) return undefined
  if (/^\/(?!\/)/.test(href)) return href as `/${string}`
  if (!URL.canParse(href)) return undefined
  const { protocol, host, hostname, pathname, search } = new URL(href)
  const isOurs =
    /^https?:$/.test(protocol) && [authority, ...hostAliases].some(name => name === host || name === hostname)
  return isOurs ? (`${pathname}${search}` as `/${string}`) : undefined
}

/** Follows the self link of a reply with the request that reads the same; `undefined` where there is none. */
const follow = (reply: Reply, tenant: Tenant, what: string, read: Request): Request | undefined => {
  const href = hrefIn(reply)
  choice('HTTP-011', `${what} comes`, href === undefined ? 'without a self link' : 'with a self link')
  if (href === undefined) return undefined
  const target = targetOf(href, tenant)
  expect(target !== undefined, `the self link of ${what}`).toHold(
    'an address at the tenant without a placeholder',
    typeof href === 'string' ? href : JSON.stringify(href),
  )
  return { ...read, line: `GET ${target ?? '/'}`, query: {} }
}

test.describe('self links', () => {
  test(...verifies('HTTP-011', 'a client'), async ({ given, send, tenant }) => {
    const admin = await given.admin()
    const members = given.members()
    const read = readClient(admin, String(members.client_id))
    const made = await send(createClient(admin, members))
    expect(made).toHaveStatus(201)

    for (const [what, reply] of [
      ['a new client', made],
      ['a client that is read', await send(read)],
    ] as const) {
      const found = await send(follow(reply, tenant, what, read) ?? read)
      expect(found).toHaveStatus(200)
      expect(found.at('/client_id'), `client_id at the self link of ${what}`).toBe(members.client_id)
    }
  })

  test(...verifies('HTTP-011', 'a list of clients'), async ({ given, send, tenant }) => {
    const read = listClients(await given.admin())
    const list = await send(read)
    expect(list).toHaveStatus(200)

    const found = await send(follow(list, tenant, 'a list of clients', read) ?? read)

    expect(found).toHaveStatus(200)
    expect(found.at('/items'), 'items at the self link of the list').toBePresent()
  })
})
