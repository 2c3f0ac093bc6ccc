import type { Members } from './client'

export type ResourceType = 'User' | 'Group'

/** A user or a group as the tenant keeps it. */
export interface Resource {
  readonly id: string
  readonly type: ResourceType
  /** The directory it belongs to. */
  readonly directory: string
  /** What its provisioner decides. */
  readonly attributes: Members
  /** Identifiers of the users in a group; empty for users. */
  readonly members: readonly string[]
  /** Seconds since 1970. */
  readonly created: number
  readonly changed: number
}
