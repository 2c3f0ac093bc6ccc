import type { Received } from '../reply'
import type { Exchange } from '../exchange'
import { askedOperation } from './asked-operation'

/** How often each operation was answered with which status, by its request line as the reference writes it. */
export type Tally = Readonly<Record<string, Readonly<Record<string, number>>>>

/** One that is being counted. */
export type RunningTally = Record<string, Record<string, number>>

/** A status, or how the tenant said nothing; `no reply` where the road kept it. */
const answerOf = (received: Received | undefined): string =>
  received === undefined ? 'no reply' : (received.silence ?? String(received.status))

/**
 * Counts one request, cheaply: properties send thousands.
 * @param line method and target of the request
 * @param received what came back; undefined where nothing did
 */
export const count = (tally: RunningTally, line: string, received: Received | undefined): void => {
  const statuses = (tally[askedOperation(line)] ??= {})
  const answer = answerOf(received)
  statuses[answer] = (statuses[answer] ?? 0) + 1
}

/**
 * What a check asked in all, each request once.
 * @param exchanges those that were kept
 * @param uncounted the tally of those that were not
 */
export const tallyOf = (exchanges: readonly Exchange[], uncounted: Tally): Tally => {
  const tally: RunningTally = {}
  for (const [line, statuses] of Object.entries(uncounted)) tally[line] = { ...statuses }
  for (const { request, received } of exchanges) count(tally, request.line, received)
  return tally
}
