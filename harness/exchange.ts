import type { Outgoing, Request } from './request'
import type { Received } from './reply'

/** What an exchange is there for: preparing, the act under test, or clearing away. */
export type Phase = 'given' | 'act' | 'cleanup'

/** One request and what came back, even if nothing came back. Raw: only `mask()`ed text of it may leave the process. */
export interface Exchange {
  /** Position in the evidence of its check, from 1. */
  readonly number: number
  /** Position among all exchanges of this process, from 1. */
  readonly sequence: number
  readonly phase: Phase
  readonly request: Request
  readonly sent: Outgoing
  /** The bytes of a request that was written to the wire by hand. */
  readonly wire?: string
  received?: Received
  /** Why there is no reply, in words. */
  trouble?: string
}
