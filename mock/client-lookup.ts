import type { Client } from './client'
import type { Exchange } from './exchange'
import { denied } from './route'
import type { Wire } from './wire'

/** A client by its client_id, with a rotation that is over by now already ended; undefined when there is none. */
export const findClient = ({ tenant, laws }: Exchange, client_id: string): Client | undefined => {
  const { clients } = tenant.store
  const row = clients.get(client_id)
  if (!row || !laws.clients.isUsable(row)) return undefined
  const { client } = row
  if (!laws.rotation.isOver(client.secrets, tenant.clock.now(client_id))) return client
  const settled = { ...client, secrets: laws.rotation.retire(client.secrets, undefined) }
  clients.set(client_id, { ...row, client: settled })
  return settled
}

/** Keeps the new state of a client. */
export const keepClient = ({ tenant }: Exchange, client: Client): void =>
  void tenant.store.clients.set(client.client_id, { client, deleted: false })

/** Deletes clients, as far as there are such. */
export const dropClients = ({ tenant }: Exchange, names: readonly string[]): void => {
  const { clients } = tenant.store
  for (const name of names) {
    const row = clients.get(name)
    if (row) clients.set(name, { ...row, deleted: true })
  }
}

/** The answer where there is no such client. The name asked for is not repeated. */
export const unknownClient = (): Wire =>
  denied(404, [{ code: 'oauth2.client.not.found', message: 'There is no such OAuth2 client.' }])
