import { checkUnderWay, note, oddity, violate } from '../check'
import type { Reply } from '../reply'
import { validate } from '../schemas'
import { fromTheGateway, noteDialect, noteInvalidClient, noteNoResponse } from './choices-seen'
import { holdsSecret } from './secrets'
import { either, shown } from './words'

const wordsOf = (reply: Reply) => {
  if (reply.silence) return `no reply, the connection was ${reply.silence}`
  const code = reply.at('/errors/0/code') ?? reply.at('/error')
  return `${reply.status}${code === undefined ? '' : ` ${shown(code)}`}${reply.size === 0 ? ' with an empty body' : ''}`
}

const list = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T]

/** What may be expected of a reply. Each counts as one expectation. */
export const replyExpectations = (reply: Reply) => {
  const judge = (holds: boolean, expected: string, received = wordsOf(reply)): void => {
    checkUnderWay().expectations++
    if (!holds) violate(expected, received, reply)
  }
  /** No reply at all has no header and no body either, but that is not what such an expectation means. */
  const hasCome = reply.silence === undefined
  return {
    toHaveStatus: (...statuses: readonly number[]) =>
      judge(statuses.includes(reply.status), `status ${either(statuses)}`),

    /**
     * Refused: one of the given statuses is right, any other 4xx is an oddity, everything else (accepted, redirected,
     * 5xx, no reply) violates the rule.
     * @param error the OAuth error codes of which one must stand in the body (RFC 6749 5.2)
     * @param also further 4xx statuses that a tenant may choose without being odd
     */
    toBeRefused: (
      status: number | readonly number[],
      error?: string | readonly string[],
      also: readonly number[] = [],
    ) => {
      const right = list(status)
      const isRefused = reply.status >= 400 && reply.status < 500
      judge(isRefused, `a refusal with ${either(right)}`)
      noteDialect(reply)
      noteInvalidClient(reply)
      if (![...right, ...also].includes(reply.status))
        oddity(`${reply.exchange.request.line} was refused with ${reply.status}, not ${either(right)}`)
      if (error !== undefined)
        judge(
          list(error).includes(String(reply.at('/error'))),
          `error ${either(list(error))} in the body`,
          shown(reply.at('/error')),
        )
    },

    /** The body is as a schema says; with `at`, the part below that JSON Pointer. */
    toMatchSchema: (schema: string, { at }: { at?: string } = {}) => {
      const findings = validate(schema, reply.json(), at)
      judge(
        findings.length === 0 && reply.json() !== undefined,
        `a body as schemas/${schema}.schema.json says`,
        reply.json() === undefined
          ? 'a body that is not JSON'
          : findings
              .slice(0, 5)
              .map(({ message }) => message)
              .join('; '),
      )
    },

    /** The vendor's error envelope (A-01 to A-03: not where infrastructure answers). */
    toCarryEnvelope: () => {
      if (fromTheGateway.has(reply.status))
        return note('A-03', `${reply.status} came from in front of the tenant, its body is not judged`)
      const findings = validate('errors/vendor', reply.json())
      judge(
        findings.length === 0,
        'the errors envelope of the guide',
        reply.json() === undefined
          ? reply.size === 0
            ? 'an empty body'
            : `a body of type ${reply.header('content-type') ?? 'absent'} that is not JSON`
          : findings
              .slice(0, 3)
              .map(({ message }) => message)
              .join('; '),
      )
    },

    toHaveHeader: (name: string, pattern = /./) =>
      judge(
        reply.header(name) !== undefined && pattern.test(reply.header(name) ?? ''),
        `header ${name} that matches ${pattern}`,
        shown(reply.header(name)),
      ),
    toLackHeader: (name: string) =>
      judge(
        hasCome && reply.header(name) === undefined,
        `a reply without header ${name}`,
        hasCome ? shown(reply.header(name)) : wordsOf(reply),
      ),
    toHaveMediaType: (...types: readonly string[]) =>
      judge(
        types.includes(reply.mediaType() ?? ''),
        `media type ${either(types)}`,
        shown(reply.header('content-type')),
      ),
    toHaveNoBody: () =>
      judge(
        hasCome && reply.size === 0,
        'a reply with an empty body',
        hasCome ? `${reply.size} bytes` : wordsOf(reply),
      ),

    /**
     * Status 444 with an empty body, or the connection closed or reset without one byte (A-32): both are "no response".
     * A refusal by infrastructure in another form is an oddity; an answer of the application is a violation.
     */
    toBeNoResponse: () => {
      const isRefusedInFront = [400, 403, 404, 421].includes(reply.status) && reply.at('/errors') === undefined
      judge(
        reply.silence === 'closed' || reply.silence === 'reset' || reply.status === 444 || isRefusedInFront,
        'no response: status 444, or the connection closed without a byte',
      )
      if (isRefusedInFront)
        oddity(`${reply.exchange.request.line} with a foreign Host was refused with ${reply.status} instead of 444`)
      noteNoResponse(reply)
    },

    /** A value that must stay secret stands nowhere in the body or the headers, in no spelling. */
    toKeepSecret: (value: string, what: string) =>
      judge(
        hasCome && !holdsSecret(reply, value),
        `a reply without ${what}`,
        hasCome ? `${what} in the reply` : wordsOf(reply),
      ),
  }
}
