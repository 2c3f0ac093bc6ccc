import type { Client } from './client'
import type { DirectoryRow } from './directory'
import type { IdentityProvider } from './identity-provider'
import type { Resource } from './scim-resource'

/** What the store knows of a client. Rows are replaced, never removed: whether one is visible is a law. */
export interface Row {
  readonly client: Client
  readonly deleted: boolean
}

/** Everything a tenant remembers. */
export interface Store {
  readonly clients: Map<string, Row>
  readonly directories: Map<string, DirectoryRow>
  readonly identityProviders: Map<string, IdentityProvider>
  /** Users and groups of all directories. */
  readonly resources: Map<string, Resource>
  /** Identifiers (jti) of tokens that were revoked one by one. */
  readonly revoked: Set<string>
  /** How often a token was shown, by its identifier. */
  readonly uses: Map<string, number>
  /** Token requests under way, by client_id. */
  readonly issuing: Map<string, number>
  /** Requests that came for this tenant. */
  requests: number
  /** Those of the current second. */
  readonly pace: { second: number; requests: number }
}

/** A store that holds the given clients and nothing else. */
export const createStore = (...clients: readonly Client[]): Store => ({
  clients: new Map(clients.map(client => [client.client_id, { client, deleted: false }])),
  directories: new Map(),
  identityProviders: new Map(),
  resources: new Map(),
  revoked: new Set(),
  uses: new Map(),
  issuing: new Map(),
  requests: 0,
  pace: { second: 0, requests: 0 },
})
