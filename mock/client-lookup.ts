import type { Client } from './client'
import type { Exchange } from './exchange'
import type { Laws } from './laws'
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

/** The client that the path names. */
export const addressedClient = (exchange: Exchange): Client | undefined =>
  findClient(exchange, exchange.laws.clients.addressed(exchange.id, exchange.tenant.store.clients))

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

/** Lets a change of a client have its say about revoked tokens. */
export const readmit = ({ tenant, laws }: Exchange, change: Parameters<Laws['revocation']['readmits']>[0]): void => {
  const { revoked } = tenant.store
  for (const jti of laws.revocation.readmits(change, revoked)) revoked.delete(jti)
}

/** The answer where there is no such client. The name asked for is not repeated. */
export const unknownClient = (): Wire =>
  denied(404, [{ code: 'oauth2.client.not.found', message: 'There is no such OAuth2 client.' }])
