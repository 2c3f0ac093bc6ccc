import type { CheckRecord, Fingerprint } from '../harness/check-record'
import { allOperations, operation } from '../specs'

/** What requests are called that are for no operation; the harness counts them so. */
export const noOperation = 'other'

/** An operation of the reference, the statuses it documents, and how often each status came in a run. */
export interface OperationSeen {
  /** Method and path as the reference writes them; `other` for requests that are for none. */
  readonly operation: string
  readonly documented: readonly string[]
  /** By status, or by how the tenant stayed silent: `closed`, `reset`, `stalled`, `no reply`. */
  readonly observed: Readonly<Record<string, number>>
}

export type Tally = NonNullable<CheckRecord['operations']>

/** Adds up counts. */
export const addedUp = (tallies: Iterable<Tally | undefined>): Tally => {
  const sum = new Map<string, Map<string, number>>()
  for (const tally of tallies)
    for (const [line, statuses] of Object.entries(tally ?? {})) {
      const into = sum.get(line) ?? new Map<string, number>()
      sum.set(line, into)
      for (const [status, times] of Object.entries(statuses)) into.set(status, (into.get(status) ?? 0) + times)
    }
  return Object.fromEntries([...sum].map(([line, statuses]) => [line, Object.fromEntries(statuses)]))
}

/** Every operation of the reference in its order, and `other` where something else was asked. */
export const operationsSeen = (tally: Tally): readonly OperationSeen[] => [
  ...allOperations.map(id => {
    const { method, path, answers } = operation(id)
    const line = `${method} ${path}`
    return { operation: line, documented: Object.keys(answers), observed: tally[line] ?? {} }
  }),
  ...(tally[noOperation] ? [{ operation: noOperation, documented: [], observed: tally[noOperation] }] : []),
]

/** The tables of several parts of a run as one; undefined where none has one. */
export const joinedOperations = (
  tables: readonly (readonly OperationSeen[] | undefined)[],
): readonly OperationSeen[] | undefined =>
  tables.every(table => table === undefined)
    ? undefined
    : operationsSeen(
        addedUp(tables.map(table => Object.fromEntries((table ?? []).map(one => [one.operation, one.observed])))),
      )

/** All that several checks, or parts of a run, tell about who the tenant is; undefined where none tells anything. */
export const joinedFingerprint = (parts: Iterable<Fingerprint | undefined>): Fingerprint | undefined => {
  const all = [...parts].filter(part => part !== undefined)
  if (all.length === 0) return undefined
  const unique = (texts: readonly string[]) => [...new Set(texts)].sort()
  return {
    issuers: unique(all.flatMap(({ issuers }) => issuers)),
    keyIds: unique(all.flatMap(({ keyIds }) => keyIds)),
  }
}
