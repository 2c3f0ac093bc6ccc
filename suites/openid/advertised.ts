import {
  cannotTell,
  choice,
  readDiscovery,
  test,
  type Reply,
  type Request,
  type Send,
  type Tenant,
} from '../../harness'

/** The discovery document. Ends the check as inconclusive where there is none. */
export const discovered = async (send: Send): Promise<Reply> => {
  const reply = await send(readDiscovery())
  return reply.status === 200 && typeof reply.at('/issuer') === 'string'
    ? reply
    : cannotTell(`discovery is answered ${reply.status} without an issuer`)
}

/** Whether an address is one of this tenant, under its own name or an alias. */
export const isOurs = (address: URL, { authority, hostAliases }: Tenant): boolean =>
  address.host === authority || hostAliases.includes(address.hostname)

/**
 * A request to an endpoint where discovery says it is. Ends the check as skipped where discovery names none, or
 * one that this run does not ask because it is on another host.
 */
export const atAdvertised = (discovery: Reply, member: string, method: 'GET' | 'POST', tenant: Tenant): Request => {
  const value = discovery.at(`/${member}`)
  test.skip(value === undefined || value === null, `discovery names no ${member}`)
  const isAddress = typeof value === 'string' && URL.canParse(value)
  test.skip(!isAddress, `${member} is no absolute address: OIDC-003 judges that`)
  const address = new URL(String(value))
  test.skip(!isOurs(address, tenant), `${member} is on ${address.host}, which this run does not ask`)
  choice('A-36', `${member} is`, address.pathname)
  return { line: `${method} /${address.pathname.slice(1)}${address.search}` }
}
