import { authenticateClient } from '../client-credentials'
import { findClient, keepClient } from '../client-lookup'
import { refused, route } from '../route'
import type { Wire } from '../wire'

const done = (): Wire => ({ status: 200, headers: { pragma: 'no-cache' } })

/** A client takes back one of its tokens. What is no token of this tenant is already as dead as it can be. */
const revoke = route('POST /acs/revoke', { dialect: 'oauth', reads: 'form' }, async exchange => {
  const { tenant, laws, form } = exchange
  const repeated = laws.token.repetition(form())
  if (repeated) return refused(400, repeated.error, repeated.description)

  const client = authenticateClient(exchange)
  if ('status' in client) return client

  const refusal = laws.revocation.refusal(form())
  if (refusal) return refused(400, refusal.error, refusal.description)

  const presented = await tenant.tokens.read(form().get('token')?.[0] ?? '')
  if (!presented?.verified || !laws.revocation.looksUp(form().get('token_type_hint')?.[0])) return done()

  const { foreign } = laws.revocation
  if (!laws.revocation.owns(client, presented.claims)) return refused(400, foreign.error, foreign.description)

  const { revoked } = tenant.store
  const revived = laws.revocation.revives(presented.claims, revoked)
  for (const jti of laws.revocation.dies(presented.claims, client)) revoked.add(jti)
  for (const jti of revived) revoked.delete(jti)
  const current = findClient(exchange, client.client_id)
  if (current) keepClient(exchange, laws.revocation.afterwards(current))
  return done()
})

export const revocation = [revoke] as const
