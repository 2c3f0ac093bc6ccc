import type { Chance } from './chance'

/** What the tenant answered. */
export interface Answer {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: readonly string[]
  readonly body: Buffer
}

/** One request on its way, and what can be done to it. */
export interface Way {
  readonly chance: Chance
  /** Another host, which must never be told anything. */
  readonly elsewhere: string
  /** Passes the request on and gives the tenant's answer. */
  ask(): Promise<Answer>
  /** Answers as HTTP has it. */
  answer(answer: Answer): void
  /** Writes bytes to the connection, whatever they are. */
  write(bytes: Buffer | string): Promise<void>
  /** Writes bytes below TLS; to the connection itself where there is none. */
  writeBelow(bytes: Buffer): void
  /** Sends no more. */
  end(): void
  /** Ends the connection in the middle (RST). */
  reset(): void
  /** Nobody listens any more, and all connections are reset; for some milliseconds, or until the road is mended. */
  shut(milliseconds?: number): void
  pause(milliseconds: number): Promise<void>
  /** Whether the other side still listens. */
  isOpen(): boolean
}

export type Fault = (way: Way) => Promise<void> | void

const reasons: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 204: 'No Content' }

/** The head of a reply as bytes, with changed headers: `undefined` leaves one out. */
export const headOf = (
  { status, headers }: Answer,
  change: Readonly<Record<string, string | undefined>> = {},
): string => {
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as const] : []))
  const kept = lines.filter(([name]) => !(name.toLowerCase() in change))
  const added = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const text = [...kept, ...added].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${status} ${reasons[status] ?? 'Status'}\r\n${text}\r\n`
}

/** Headers with changes, in turn. */
export const changed = (headers: readonly string[], change: Readonly<Record<string, string>>): readonly string[] => [
  ...headers.flatMap((name, at) =>
    at % 2 === 0 && !(name.toLowerCase() in change) ? [name, headers[at + 1] ?? ''] : [],
  ),
  ...Object.entries(change).flat(),
]
