/** The clients of a sequence by their names in its story. */
export const names = ['A', 'B'] as const
export type Name = (typeof names)[number]

/** Members a client is registered with, besides its name and secret. */
export interface Members {
  readonly scope: readonly string[]
  readonly grant_types: readonly string[]
  readonly access_token_ttl: number
  readonly rule_set_names: readonly string[]
  readonly redirect_uris: readonly string[]
  readonly post_logout_redirect_uris: readonly string[]
}

export const memberNames = [
  'scope', 'grant_types', 'access_token_ttl', 'rule_set_names', 'redirect_uris', 'post_logout_redirect_uris',
] as const satisfies readonly (keyof Members)[] // prettier-ignore

export type MemberName = (typeof memberNames)[number]

/**
 * One command of a sequence, as data: it can be generated, made smaller, told and repeated like every other case, and
 * the same one is performed on as many tenants as need be. fast-check has commands of its own (`fc.commands`); they are
 * objects that carry whether they ran, and bring a second kind of path to replay by, so they are not used.
 *
 * What a command needs is made first, a client or a token for instance; one that makes no sense where it stands, such as
 * the start of a rotation while one is running, is passed over.
 */
export type Command =
  /** Where no client has the name. Without a secret the tenant makes one up. */
  | { readonly do: 'create'; readonly client: Name; readonly members: Members; readonly hasSecret: boolean }
  /** Where one has. */
  | { readonly do: 'duplicate'; readonly client: Name; readonly members: Members }
  | {
      readonly do: 'patch'
      readonly client: Name
      readonly change: Change
      /** With `revoke_token_on_rule_set_removal=false`. */
      readonly spares: boolean
      /** Where no rotation is running, one is started first. */
      readonly inRotation: boolean
    }
  | { readonly do: Plain; readonly client: Name }
  /** A token with the secret that many before the latest one of the name, or with one that nobody gave it. */
  | { readonly do: 'ask'; readonly client: Name; readonly back: number | 'wrong' }
  /** The token that many before the latest one. */
  | { readonly do: OnTokens; readonly back: number }

/** Commands that need nothing but a client. Those that end in `…again` or `…idle` are refused, as is `…gone`. */
export type Plain =
  'read' | 'list' | 'delete' | 'start' | 'retire' | 'start again' | 'retire idle' | 'delete again' | 'patch gone'

export type OnTokens = 'use' | 'revoke' | 'revoke again'

export type Kind = Command['do']

/** A new value for one member. */
export type Change = { [Member in MemberName]: readonly [member: Member, value: Members[Member]] }[MemberName]
