import type { Client } from './client'

/** What the store knows of a client. Rows are replaced, never removed: whether one is visible is a law. */
export interface Row {
  readonly client: Client
  readonly deleted: boolean
}

/** Everything a tenant remembers. */
export interface Store {
  readonly clients: Map<string, Row>
  /** Identifiers (jti) of tokens that were revoked one by one. */
  readonly revoked: Set<string>
  /** Requests that came for this tenant. */
  requests: number
}

/** A store that holds the given clients and nothing else. */
export const createStore = (...clients: readonly Client[]): Store => ({
  clients: new Map(clients.map(client => [client.client_id, { client, deleted: false }])),
  revoked: new Set(),
  requests: 0,
})
