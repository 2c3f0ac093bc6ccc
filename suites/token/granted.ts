import { decodeJws, scopeClaim, test, type Reply } from '../../harness'

const scopesIn = (reply: Reply): readonly string[] | undefined => {
  const scope = reply.at('/scope')
  if (typeof scope === 'string') return scope.split(' ').filter(Boolean)
  const jws = decodeJws(reply.at('/access_token'))
  return jws && scopeClaim(jws)
}

/** Scopes in one spelling: each once, in alphabetical order. */
export const inOrder = (scopes: readonly string[]): string => [...new Set(scopes)].sort().join(' ')

/**
 * What a token request led to: the scopes granted, in one spelling, or status and error, as in `400 invalid_scope`.
 * A tenant that says neither in the reply nor in the token what it granted ends the check as skipped.
 */
export const granted = (reply: Reply): string => {
  if (reply.status !== 200) return `${reply.status} ${String(reply.at('/error'))}`
  const scopes = scopesIn(reply)
  test.skip(scopes === undefined, 'neither the reply nor the token says which scopes are granted')
  return inOrder(scopes ?? [])
}
