import type { Actor, Exchange } from '../exchange'
import { refusal } from '../refusal'
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

const actorOf = async (
  { tenant, laws: { authentication: law } }: Exchange,
  token: string,
): Promise<Actor | undefined> => {
  if (!law.tokenFits(token)) return undefined
  const presented = await tenant.tokens.read(token)
  if (!presented || !law.signatureFits(presented)) return undefined
  const { claims } = presented
  const { clients, revoked } = tenant.store
  const client = clients.get(claims.cid)
  const alive = client && (law.outlivesClient || tenant.laws.clients.isUsable(client)) ? client.client : undefined
  if (!law.belongs(claims, alive) || law.isRevoked(claims, revoked)) return undefined
  if (law.isExpired(claims, tenant.clock.now(claims.cid))) return undefined
  return client && { client: client.client, claims }
}

/** Whoever wants more than the public operations shows a good token. Paths that do not exist are nobody's to probe. */
export const authentication = async (exchange: Exchange): Promise<Wire | undefined> => {
  const { place, request, laws } = exchange
  if (place?.isPublic) return undefined
  const line = laws.authentication.line(request.header('authorization'), request.query)
  const [, scheme = '', token = ''] = bearer.exec(line ?? '') ?? []
  if (!laws.authentication.schemeFits(scheme)) return unauthorized(exchange, 'absent')
  const actor = await actorOf(exchange, token.trim())
  if (!actor) return unauthorized(exchange, 'invalid')
  exchange.actor = actor
  return undefined
}
