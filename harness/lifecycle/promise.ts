import { shown } from '../matchers/words'
import type { Reply } from '../reply'
import type { Because } from './state'

/** What a comparison looks at; a plain object in tests. */
export type Seen = Pick<Reply, 'status' | 'at' | 'size'>

/** One comparison of a reply with what is promised, and whose promise it is. */
export interface Promised {
  readonly by: Because
  /** Like the words worked out when it is asked for: a rehearsal wants to know no more than whose promise it is. */
  readonly holds: boolean
  /** A status that keeps it, where it is about the status. */
  readonly answer?: number
  /** In words. */
  readonly expected: string
  readonly received: string
}

/** A promise about the status, and its answer in words. */
export const status = (
  by: Because,
  { status: received }: Seen,
  ...right: readonly [number, ...number[]]
): Promised => ({
  by,
  holds: right.includes(received),
  answer: right[0],
  expected: `status ${right.join(' or ')}`,
  received: String(received),
})

/** A promise that something is refused: any 4xx is a refusal, which one is a question for other checks. */
export const refusal = (by: Because, { status: received }: Seen, what: string): Promised => ({
  by,
  holds: received >= 400 && received < 500,
  answer: 401,
  expected: `a refusal: ${what}`,
  received: String(received),
})

const isNothing = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** Lists are sets, and what is absent, null or empty is all the same. */
const plain = (value: unknown): string => {
  if (isNothing(value)) return ''
  return JSON.stringify(Array.isArray(value) ? [...new Set(value.map(item => JSON.stringify(item)))].sort() : value)
}

/** A promise about a member of a representation. */
export const member = (by: Because, seen: Seen, name: string, value: unknown): Promised => ({
  by,
  get holds() {
    return plain(seen.at(`/${name}`)) === plain(value)
  },
  get expected() {
    return `${name} is ${shown(value)}`
  },
  get received() {
    return `${name} is ${shown(seen.at(`/${name}`))}`
  },
})
