import { listClients, readClient, readDiscovery, type Given, type Reply, type Send } from '../../harness'

/** A reply of each kind, with its name: public, protected, refused for want of a token, refused because it is absent. */
export const eachKind = async (
  given: Given,
  send: Send,
): Promise<readonly (readonly [what: string, reply: Reply])[]> => {
  const admin = await given.admin()
  return [
    ['discovery', await send(readDiscovery())],
    ['a list', await send(listClients(admin))],
    ['a refusal with 401', await send(listClients())],
    ['a refusal with 404', await send(readClient(admin, given.name()))],
  ]
}
