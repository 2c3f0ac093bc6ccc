import type { OperationId, Reply, Request } from '../../harness'

/** One operation of the authorization matrix, about things this check made, for whoever's token it is sent with. */
export interface Call {
  readonly operation: OperationId
  readonly as: (bearer: string) => Request
  /** The documented status of its success. */
  readonly success: number
}

/** A call that changes something, and how TENANT_ADMIN sees whether it did. */
export interface Change extends Call {
  readonly look: (admin: string) => Request
  /** What changes, in words. */
  readonly what: string
  /** Its value in the answer to the look. */
  readonly shows: (reply: Reply) => unknown
}

/** The operations of one family, in an order in which all of them succeed; what is deleted last is created before. */
export interface Family {
  readonly reads: readonly Call[]
  readonly changes: readonly Change[]
}

export const presence = ({ status }: Reply): string => (status === 200 ? 'present' : 'absent')

/** Whether an item of a list has a member with this value. */
export const listed =
  (member: string, value: string) =>
  (list: Reply): string => {
    const items = list.at('/items')
    const rows = Array.isArray(items) ? (items as readonly Readonly<Record<string, unknown>>[]) : []
    return rows.some(row => row[member] === value) ? 'present' : 'absent'
  }
