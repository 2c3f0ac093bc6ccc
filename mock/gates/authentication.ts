import type { Client } from '../client'
import type { Actor, Exchange } from '../exchange'
import { refusal } from '../refusal'
import type { Claims } from '../tokens'
import type { Wire } from '../wire'

const bearer = /^([^ ]+)(?: +(.*))?$/

const unauthorized = (exchange: Exchange, reason: 'absent' | 'invalid'): Wire =>
  refusal(
    exchange,
    401,
    reason === 'absent'
      ? { code: 'authentication.token.missing', message: 'An access token is required.' }
      : { code: 'authentication.token.invalid', message: 'The access token is not valid, or no longer so.' },
    { 'www-authenticate': exchange.laws.authentication.challenge(reason) },
  )

/** A client that needs no token: the correct tenant knows none. */
const holderOf = ({ tenant, laws }: Exchange, value: string): Actor | undefined => {
  const client = laws.authentication.holderOf(value, tenant.store.clients)
  return client && { client, claims: laws.accessTokens.claims(client, tenant.baseUrl, client.scope, 0, 0, value) }
}

const ownerOf = ({ tenant, laws }: Exchange, { cid }: Claims): Client | undefined => {
  const row = tenant.store.clients.get(cid)
  return row && (laws.authentication.outlivesClient || laws.clients.isUsable(row)) ? row.client : undefined
}

const used = ({ tenant: { store } }: Exchange, { jti }: Claims): number => {
  const uses = (store.uses.get(jti) ?? 0) + 1
  store.uses.set(jti, uses)
  return uses
}

const actorOf = async (exchange: Exchange, token: string): Promise<Actor | undefined> => {
  const { tenant } = exchange
  const law = exchange.laws.authentication
  if (!law.tokenFits(token)) return undefined
  const presented = await tenant.tokens.read(token)
  if (!presented || !law.signatureFits(presented)) return undefined
  const { claims } = presented
  const client = ownerOf(exchange, claims)
  if (!law.belongs(claims, client) || law.isRevoked(claims, tenant.store.revoked, used(exchange, claims)))
    return undefined
  if (law.isExpired(claims, tenant.clock.now(claims.cid))) return undefined
  return client && { client, claims }
}

/** Whoever wants more than the public operations shows a good token. Paths that do not exist are nobody's to probe. */
export const authentication = async (exchange: Exchange): Promise<Wire | undefined> => {
  const { request, laws } = exchange
  if (exchange.isOpen) return undefined
  const line = laws.authentication.line(request.header('authorization'), request.query)
  const [, scheme = '', token = ''] = bearer.exec(line ?? '') ?? []
  if (!laws.authentication.schemeFits(scheme)) return unauthorized(exchange, 'absent')
  const actor = holderOf(exchange, token.trim()) ?? (await actorOf(exchange, token.trim()))
  if (!actor) return unauthorized(exchange, 'invalid')
  exchange.actor = actor
  return undefined
}
