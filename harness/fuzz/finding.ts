import type { Reply } from '../reply'
import { shown } from '../matchers/words'

/** What is wrong with one case: what was promised, what came, and the reply it was seen in. */
export interface Finding {
  readonly expected: string
  readonly received: string
  readonly reply: Reply
  /** No answer came, which the road may have swallowed as well: to be confirmed before anybody is blamed. */
  readonly isSilence?: true
  /** How it came to that, as further lines of the report: a word and a text each. */
  readonly more?: readonly (readonly [word: string, text: string])[]
}

/** A reply in a few words: status, code, size. */
export const inBrief = (reply: Reply): string => {
  const code = reply.at('/errors/0/code')
  return `${reply.status}${code === undefined ? '' : ` ${shown(code)}`}${reply.size === 0 ? ' with an empty body' : ''}`
}

/** A finding where something does not hold; a plain function, because thousands of cases are judged by it. */
export const unless = (
  holds: boolean,
  expected: string,
  reply: Reply,
  received: string = inBrief(reply),
): Finding | undefined => (holds ? undefined : { expected, received, reply })
