import type { Connection } from '../connection'
import { mask } from '../redact'
import { replyOf, valueAt, type Received } from '../reply'
import type { Tenant } from '../tenant'
import type { Facts, Step } from './facts'

/** A preflight under way: whom it asks, and what it has found so far. */
export interface Inquiry {
  readonly tenant: Tenant
  readonly connection: Connection
  readonly steps: Step[]
  readonly found: { -readonly [name in 'generation' | 'issuer' | 'clockOffsetSeconds']?: Facts[name] }
}

/** Notes what was seen. */
export const see = ({ steps }: Inquiry, step: string, observed: string, remark?: string): void =>
  void steps.push({ step, observed: mask(observed), ...(remark !== undefined && { remark }) })

/** Value at a JSON Pointer in what came; `undefined` where it is no JSON or there is none. */
export const member = (received: Received, pointer: string): unknown =>
  valueAt(replyOf(received, undefined as never).json(), pointer)

/** A header line; `undefined` where it is absent. */
export const headerOf = ({ headers }: Received, name: string): string | undefined =>
  headers.find(([each]) => each === name)?.[1]
