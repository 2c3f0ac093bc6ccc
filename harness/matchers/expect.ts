import type { Reply } from '../reply'
import { replyExpectations } from './of-replies'
import { valueExpectations } from './of-values'

export type ReplyExpectations = ReturnType<typeof replyExpectations>
export type ValueExpectations = ReturnType<typeof valueExpectations>

interface Expect {
  (reply: Reply): ReplyExpectations
  /** @param what names the value in the message */
  (value: unknown, what: string): ValueExpectations
}

/**
 * Begins an expectation. A reply is judged as a whole; any other value needs a name, so that a message can be read by
 * somebody who has never seen the code. What does not hold ends the check as violated, with secrets replaced.
 */
export const expect: Expect = ((subject: unknown, what?: string) =>
  what === undefined ? replyExpectations(subject as Reply) : valueExpectations(subject, what)) as Expect
