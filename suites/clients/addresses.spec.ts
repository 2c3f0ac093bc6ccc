import { createClient, expect, test, verifies, type Line, type Reply, type Tenant } from '../../harness'

/** Where a reply says the new client is: `Location` and the self link, as far as they are there. */
const addressesIn = (reply: Reply, { baseUrl }: Tenant): readonly URL[] => {
  const collection = `${baseUrl}/acs/broker/oauth2-clients`
  return [reply.header('location'), reply.at('/_links/self/href')]
    .filter(address => typeof address === 'string' && URL.canParse(address, collection))
    .map(address => new URL(String(address), collection))
}

test.describe('address of a new client', () => {
  test(...verifies('CLI-003'), async ({ given, send, tenant }) => {
    const admin = await given.admin()
    const members = given.members()
    const ours = [tenant.fqdn, ...tenant.hostAliases]

    const reply = await send(createClient(admin, members))

    expect(reply).toHaveStatus(201)
    const addresses = addressesIn(reply, tenant)
    expect(addresses.length > 0, 'the address').toHold('a Location header or a self link', 'neither of them')
    for (const { hostname, pathname, search } of addresses) {
      expect(hostname, 'the host of the address').toBeOneOf(...ours)
      const found = await send({ line: `GET ${pathname}${search}` as Line, bearer: admin })
      expect(found).toHaveStatus(200)
      expect(found.at('/client_id'), 'client_id').toBe(members.client_id)
    }
  })
})
