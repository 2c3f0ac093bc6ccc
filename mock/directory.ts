/** A directory as the tenant keeps it. */
export interface Directory {
  readonly id: string
  readonly name: string
  readonly domains?: readonly string[]
  readonly default_domain?: string
  readonly source?: string
  readonly type?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** What was last agreed with the sync client of a directory; `token_ttl` is minutes. */
export interface SyncConfiguration {
  readonly client_id: string
  readonly generate_token: boolean
  readonly token_ttl: number
}

/** What the store knows of a directory. */
export interface DirectoryRow {
  readonly directory: Directory
  /** Absent until credentials are generated for the first time. */
  readonly sync?: SyncConfiguration
  /** Seconds since 1970 at which its deletion was asked for. */
  readonly deletedAt?: number
}
