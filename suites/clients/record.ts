import { isDeepStrictEqual } from 'node:util'
import type { Reply } from '../../harness'

/** What the documents know of a client. A tenant may show more, and that may change with every request. */
export const documented = [
  'id',
  'client_id',
  'scope',
  'grant_types',
  'access_token_ttl',
  'refresh_token_ttl',
  'refresh_token_idle_ttl',
  'redirect_uris',
  'post_logout_redirect_uris',
  'rule_set_names',
  'rotate_secret',
  'primary_secret_auto_retires_at',
] as const

/** Lists in one order, because they are sets; absent, null and empty are the same for an optional member. */
const plain = (value: unknown): unknown => {
  if (value === null || value === '') return undefined
  if (!Array.isArray(value)) return value
  return value.length > 0 ? value.map(item => JSON.stringify(item)).sort() : undefined
}

/** The documented members of a client as a reply shows them, ready to be compared with another reply. */
export const recordOf = (reply: Reply): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    documented.map(member => [member, plain(reply.at(`/${member}`))]).filter(([, value]) => value !== undefined),
  )

/** Whether a reply shows this value for a member, lists in any order. */
export const shows =
  (member: string, value: unknown) =>
  (reply: Reply): boolean =>
    isDeepStrictEqual(plain(reply.at(`/${member}`)), plain(value))
