import { randomBytes } from 'node:crypto'
import type { Exchange } from './exchange'

/** Where a reader of a script gets a value that no report may show. */
export type Origin =
  | { readonly from: 'environment'; readonly variable: string }
  | { readonly from: 'reply'; readonly exchange: Exchange; readonly member: string }
  | { readonly from: 'shell'; readonly expression: string }

export interface KnownSecret {
  /** Shell variable that stands for the value, as in `token_3`. */
  readonly name: string
  readonly value: string
  readonly origin: Origin
  /** The exchange that put it into force: whoever wants to use the secret repeats that one first. */
  inForceSince?: Exchange
}

const known = new Map<string, KnownSecret>()
const inOrder: KnownSecret[] = []
const counters = new Map<string, number>()

/** All secrets this process has seen, oldest first; the list grows and never changes otherwise. */
export const knownSecrets = (): readonly KnownSecret[] => inOrder

/**
 * Takes note of a value that must never be shown.
 * @param value the secret or token
 * @param kind what it is, one word: `token`, `secret`, …
 * @param origin how a replay script gets its own
 * @returns the name that stands for the value from now on
 */
export const learn = (value: string, kind: string, origin: Origin): string => {
  const before = known.get(value)
  if (before) return before.name
  const count = (counters.get(kind) ?? 0) + 1
  counters.set(kind, count)
  const name = origin.from === 'environment' ? origin.variable : `${kind}_${count}`
  const entry = { name, value, origin }
  known.set(value, entry)
  inOrder.push(entry)
  return name
}

/** Notes the exchange in which the tenant took over a known secret; the first one counts. */
export const tookOver = (value: string, exchange: Exchange): void => {
  const entry = known.get(value)
  if (entry) entry.inForceSince ??= exchange
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'

/**
 * A fresh client secret that reports do not show.
 * @param shape what stands in front of the random part, where the characters matter
 * @param length characters in all; the random part has at least 16
 */
export const secret = ({ shape = '', length }: { readonly shape?: string; readonly length?: number } = {}): string => {
  const count = length === undefined ? 32 : Math.max(16, length - shape.length)
  const random = Array.from(randomBytes(count), byte => letters[byte % letters.length]).join('')
  const expression = `${shape ? `'${shape.replaceAll("'", "'\\''")}'` : ''}"$(LC_ALL=C tr -dc 'A-Za-z2-9' </dev/urandom | head -c ${count})"`
  learn(shape + random, 'secret', { from: 'shell', expression })
  return shape + random
}

/**
 * Takes note of a value made from secrets, a forged token for instance.
 * @param expression shell expression that makes it again from variables, as `nameOf` gives them
 */
export const derived = (value: string, expression: string): string => {
  learn(value, 'forged', { from: 'shell', expression })
  return value
}

/** The shell variable that stands for a known secret, with its dollar sign; the value itself where it is none. */
export const nameOf = (value: string): string => {
  const entry = known.get(value)
  return entry ? `\${${entry.name}}` : value
}
