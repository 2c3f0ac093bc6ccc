/** The credential of a client: one secret, or two while a rotation is running. */
export interface Secrets {
  readonly primary: string
  readonly secondary?: string
  /** Seconds since 1970 at which the primary secret retires by itself. */
  readonly retiresAt?: number
  /** Secrets that were retired, oldest first; they never authenticate again. */
  readonly retired?: readonly string[]
}

/** The members of a client that its administrators decide. Lifetimes are minutes. */
export interface Draft {
  readonly client_id: string
  readonly scope: readonly string[]
  readonly grant_types: readonly string[]
  readonly access_token_ttl: number
  readonly rule_set_names: readonly string[]
  readonly redirect_uris?: readonly string[]
  readonly post_logout_redirect_uris?: readonly string[]
  readonly refresh_token_ttl?: number
  readonly refresh_token_idle_ttl?: number
}

/** An OAuth client as the tenant keeps it. */
export interface Client extends Draft {
  /** Tells this client from an earlier one with the same client_id. */
  readonly id: string
  readonly secrets: Secrets
  /** Grows by one whenever every token issued so far is withdrawn. */
  readonly generation: number
  /** client_id of the client that made it; absent where an administrator did. */
  readonly maker?: string
  /** The directory it provisions, if it is the sync client of one. */
  readonly directory?: string
}

/** A JSON object as it came in: nothing about it is known yet. */
export type Members = Readonly<Record<string, unknown>>
