import type { Members } from './client'

/** An identity provider as the tenant keeps it. */
export interface IdentityProvider {
  readonly id: string
  readonly idp_name: string
  readonly idp_type: string
  readonly idp_source_type?: string
  /** Identifiers of directories. */
  readonly directories: readonly string[]
  /** The profile of its own protocol, secret included. */
  readonly profile: Members
  readonly trust_certificates?: readonly unknown[]
  readonly auth_type_list: readonly Members[]
}
