/** Who may call: nobody in particular, a client by id and secret, an administrator's token, any token. */
export type Authentication = 'none' | 'basic' | 'admin' | 'bearer'

/** A body as the reference documents it: media type, and the id of our schema of it where there is one. */
export interface Body {
  readonly mediaType?: string
  readonly schema?: string
}

/** One operation of the vendor's reference. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/${string}`
  /**
   * `admin` and `basic` are declared in the reference. `bearer` is our reading of operations that declare nothing and
   * still speak about the caller's own data.
   */
  readonly authentication: Authentication
  /** Names of documented query parameters. */
  readonly parameters?: readonly string[]
  readonly request?: { readonly mediaType: string; readonly schema: string; readonly required?: true }
  /** Documented statuses only; 401, 403 and the like are documented nowhere. */
  readonly answers: Readonly<Record<number, Body>>
  /** Schema id of the error body. */
  readonly errors: 'oauth/error' | 'errors/vendor' | 'scim/error'
}
