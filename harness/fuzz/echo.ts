import { isDeepStrictEqual } from 'node:util'
import { shown } from '../matchers/words'
import type { Reply } from '../reply'
import { unless, type Finding } from './finding'
import type { Body } from './repair'

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Lists are sets, and what is absent, null or empty is all the same. */
const plain = (value: unknown): unknown => {
  if (isNothing(value)) return undefined
  return Array.isArray(value) ? [...new Set(value.map(item => JSON.stringify(item)))].sort() : value
}

const has = (value: unknown, item: string) => Array.isArray(value) && value.includes(item)

/** Refresh lifetimes mean nothing without the grant, and may be dropped then (CLI-002, CLI-030). */
const mayBeDropped = (sent: Body, name: string) =>
  name.startsWith('refresh_token_') && !has(sent.grant_types, 'refresh_token')

/**
 * What of a client comes back otherwise than it was sent; the secret excepted.
 * @param sent the body of the creation
 * @param reply a representation of the client
 */
export const echoFault = (sent: Body, reply: Reply): Finding | undefined => {
  const members = (reply.json() ?? {}) as Body
  const changed = Object.keys(sent).find(name => {
    if (name === 'secret' || isDeepStrictEqual(plain(sent[name]), plain(members[name]))) return false
    return !(isNothing(members[name]) && mayBeDropped(sent, name))
  })
  if (changed === undefined) return undefined
  return unless(
    false,
    `${changed} as it was sent: ${shown(sent[changed])}`,
    reply,
    `${changed} is ${shown(members[changed])}`,
  )
}
