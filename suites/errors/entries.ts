import type { Reply } from '../../harness'

/** One entry of the errors envelope, unjudged. */
export interface Entry {
  readonly code?: unknown
  readonly message?: unknown
  readonly parameters?: unknown
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entries of the envelope; none where there is no envelope, which ERR-001 judges. */
export const entriesOf = (reply: Reply): readonly Entry[] => {
  const errors = reply.at('/errors')
  return Array.isArray(errors) ? errors.map(entry => (isObject(entry) ? entry : {})) : []
}

/** The codes in a reply, in a fixed order. */
export const codesOf = (reply: Reply): readonly string[] =>
  entriesOf(reply)
    .map(({ code }) => JSON.stringify(code))
    .toSorted((one, other) => one.localeCompare(other))
