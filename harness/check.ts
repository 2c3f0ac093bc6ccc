import { isDeepStrictEqual } from 'node:util'
import { requirement, type AmbiguityId, type RequirementId } from '../specs'
import type { Choice } from './check-record'
import { headline } from './evidence'
import type { Exchange } from './exchange'
import { mask } from './redact'
import type { Reply } from './reply'
import { sentInWords } from './sent-in-words'
import type { RunningTally } from './traffic/tally'
import { Trouble } from './trouble'

/** A check under way: what it has asked and found so far. */
export interface Check {
  readonly requirement: RequirementId
  readonly title: string
  readonly exchanges: Exchange[]
  /** Requests of a property, which are counted but not kept one by one. */
  uncounted: number
  /** Which operations those were for, and how they were answered. */
  readonly uncountedTally: RunningTally
  expectations: number
  violation: string | undefined
  readonly warnings: string[]
  readonly notes: string[]
  readonly choices: Choice[]
  /** Where time passed: before which exchange (its number), and how many seconds. */
  readonly pauses: { readonly before: number; readonly seconds: number }[]
  /** Files that belong to the evidence, besides the exchanges. */
  readonly attachments: { readonly name: string; readonly contentType: string; readonly body: string }[]
}

/** The rule is violated: an expectation of a check does not hold. The message is fit to be shown. */
export class Violation extends Error {
  override name = 'Violation'
}

let current: Check | undefined

/** Starts a check; one runs at a time in a worker. */
export const startCheck = (id: RequirementId, title: string): Check =>
  (current = {
    requirement: id, title, exchanges: [], uncounted: 0, uncountedTally: {}, expectations: 0,
    violation: undefined, warnings: [], notes: [], choices: [], pauses: [], attachments: [],
  }) // prettier-ignore

export const endCheck = (): void => {
  current = undefined
}

/** The check that is running. Throws outside of one: nothing may be asked without a requirement that wants to know. */
export const checkUnderWay = (): Check => {
  if (!current)
    throw new Error('No check is under way: requests and expectations belong into the body of a check or a given verb.')
  return current
}

const add = (list: string[], text: string) => {
  const shown = mask(text)
  if (!list.includes(shown)) list.push(shown)
}

/** Something measured, or a fact about an ambiguity that is no choice. Reported, never judged. */
export const note = (ambiguity: AmbiguityId | 'measured', text: string): void =>
  add(checkUnderWay().notes, `${ambiguity}: ${text}`)

/**
 * What this tenant chose where the documents leave it open: reported, never judged. A tenant that gives one question two
 * answers in a run, or another answer than in an earlier run, is a finding; so a question names all that the answer may
 * legitimately depend on, and no answer holds what varies by itself, such as a time.
 * @param ambiguity what leaves it open: a documented ambiguity, or the requirement whose tolerance does
 * @param question stable words, as in `primary_secret_auto_retires_at counts`
 * @param answer the rest of the sentence, as in `milliseconds`
 */
export const choice = (ambiguity: AmbiguityId | RequirementId, question: string, answer: string | number): void => {
  const made: Choice = { ambiguity, question: mask(question), answer: mask(String(answer)) }
  const { choices, notes } = checkUnderWay()
  if (!choices.some(each => isDeepStrictEqual(each, made))) choices.push(made)
  add(notes, `${made.ambiguity}: ${made.question} ${made.answer}`)
}

/** A tolerated oddity: the rule holds, but a reader of the report needs to know. */
export const oddity = (text: string): void => add(checkUnderWay().warnings, text)

const whereOf = ({ exchange, status, silence }: Reply): string => {
  const { exchanges } = checkUnderWay()
  const answer = silence ? `no reply (${silence})` : String(status)
  return `${exchange.request.line} → ${answer}, exchange ${exchange.number} of ${exchanges.length}`
}

type Lines = readonly (readonly [word: string, text: string])[]

/** What was sent: in the exchange that is judged, or last before something that no single exchange shows. */
const sentBefore = (reply: Reply | undefined, isToldAlready: boolean): Lines => {
  if (reply && reply.exchange.number > 0) return [['sent', sentInWords(reply.exchange)]]
  const last = checkUnderWay().exchanges.findLast(({ phase, received }) => phase !== 'cleanup' && received)
  return last && !isToldAlready ? [['after', `${headline(last)}: ${sentInWords(last)}`]] : []
}

/**
 * Ends the check as violated.
 * @param expected what the documents promise, in words
 * @param received what came instead, in words
 * @param reply the reply it was seen in, where there is one
 * @param more further lines, each a word and what belongs to it
 */
export const violate = (expected: string, received: string, reply?: Reply, more: Lines = []): never => {
  const check = checkUnderWay()
  const { says } = requirement(check.requirement)
  const lines = [
    check.title,
    `  expected  ${expected}`,
    `  received  ${received}${reply ? `    ${whereOf(reply)}` : ''}`,
    ...[...sentBefore(reply, more.length > 0), ...more].map(([word, text]) => `  ${word.padEnd(8)}  ${text}`),
    `  says      ${says.join(', ')}`,
  ]
  check.violation = mask(lines.join('\n'))
  throw new Violation(check.violation)
}

/** Ends the check as inconclusive: its positive control failed, so nothing can be said about the rule. */
export const cannotTell = (because: string): never => {
  throw new Trouble(mask(because))
}
