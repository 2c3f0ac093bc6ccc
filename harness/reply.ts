import type { Exchange } from './exchange'

/** Why a connection gave no reply: closed or reset without one byte, or open and mute until the deadline. */
export type Silence = 'closed' | 'reset' | 'stalled'

/** What came back. A body is `unknown` until it is judged. */
export interface Reply {
  /** Status code; 0 where no reply came at all (only the probe gives that). */
  readonly status: number
  readonly silence?: Silence
  /** All header lines in the order they came, names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly text: string
  /** Bytes of the body. */
  readonly size: number
  readonly milliseconds: number
  /** Where the exchange stands in the evidence. */
  readonly exchange: Exchange
  /** Values of a header joined by comma, `undefined` where it is absent. */
  header(name: string): string | undefined
  /** Media type without parameters in lower case, `undefined` where it is absent. */
  mediaType(): string | undefined
  /** The body as JSON; `undefined` where it is not JSON. */
  json(): unknown
  /** Value at a JSON Pointer (RFC 6901); `undefined` where there is none. */
  at(pointer: string): unknown
}

/** Reads a value by JSON Pointer (RFC 6901); `undefined` where there is none. Own members only. */
export const valueAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, token) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, token)
          ? (value as Record<string, unknown>)[token]
          : undefined,
      document,
    )

/** What a reader of headers and body does not see. */
export interface Way {
  /** The names of the headers as they were spelled. */
  readonly names: readonly string[]
  /** Statuses of the informational replies in front (RFC 9110 15.2). */
  readonly informed: readonly number[]
  /** Statuses of earlier answers that asked to wait (429, 503). */
  readonly waited: readonly number[]
}

export type Received = Pick<Reply, 'status' | 'headers' | 'text' | 'size' | 'milliseconds'> & {
  silence?: Silence
  readonly way?: Way
  /** The body is no UTF-8. */
  readonly isGarbled?: true
}

/** Puts the reading verbs on what was received. */
export const replyOf = (received: Received, exchange: Exchange): Reply => {
  let parsed: { value: unknown } | undefined
  const json = () => {
    if (!parsed) {
      try {
        parsed = { value: JSON.parse(received.text) as unknown }
      } catch {
        parsed = { value: undefined }
      }
    }
    return parsed.value
  }
  const header = (name: string) => {
    const values = received.headers.filter(([each]) => each === name.toLowerCase()).map(([, value]) => value)
    return values.length > 0 ? values.join(', ') : undefined
  }
  return {
    ...received,
    exchange,
    header,
    mediaType: () => header('content-type')?.split(';')[0]?.trim().toLowerCase(),
    json,
    at: pointer => valueAt(json(), pointer),
  }
}
