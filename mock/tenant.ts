import { freshId } from './chance'
import type { Client } from './client'
import type { Clock } from './clock'
import { createKeys } from './keys'
import type { Keys } from './keys'
import { laws as correctLaws } from './laws'
import type { Laws } from './laws'
import { override } from './override'
import type { Break } from './override'
import { createStore } from './store'
import type { Store } from './store'
import { createTokens } from './tokens'
import type { Tokens } from './tokens'
import type { Wire } from './wire'

/** Changes an answer on its way out. */
export type Distortion = (wire: Wire) => Wire

/** What may differ from the correct tenant: laws that are broken, answers that are distorted, by request line. */
export interface Change {
  readonly breaks?: Break<Laws>
  readonly distorts?: Readonly<Partial<Record<string, Distortion>>>
}

/** A tenant: a store plus laws, with time, keys and identifiers handed in. */
export interface Tenant {
  readonly baseUrl: string
  readonly fqdn: string
  readonly clock: Clock
  readonly keys: Keys
  readonly tokens: Tokens
  readonly store: Store
  readonly laws: Laws
  readonly distortions: readonly Readonly<Partial<Record<string, Distortion>>>[]
}

/** The client that administrators made by hand: everything else is made through it. */
export const bootstrap = (client_id: string, secret: string): Client => ({
  client_id,
  id: freshId(),
  scope: ['admin', 'user', 'openid', 'profile', 'email'],
  grant_types: ['client_credentials'],
  rule_set_names: ['TENANT_ADMIN'],
  access_token_ttl: 360,
  secrets: { primary: secret },
  generation: 0,
})

/** What a tenant is made of. */
export interface Making {
  readonly baseUrl: string
  readonly fqdn: string
  readonly clock: Clock
  readonly client: { readonly id: string; readonly secret: string }
  readonly changes: readonly Change[]
  /** A key pair of its own unless given. */
  readonly keys?: Keys | undefined
}

/** A tenant that holds one client and differs from the correct one by the given changes. */
export const createTenant = ({ baseUrl, fqdn, clock, client, changes, keys = createKeys() }: Making): Tenant => {
  return {
    baseUrl,
    fqdn: fqdn.toLowerCase(),
    clock,
    keys,
    tokens: createTokens(keys),
    store: createStore(bootstrap(client.id, client.secret)),
    laws: changes.reduce((laws, { breaks }) => override(laws, breaks), correctLaws),
    distortions: changes.flatMap(({ distorts }) => (distorts ? [distorts] : [])),
  }
}
