import { freshId } from './chance'
import type { Client } from './client'
import { keepClient } from './client-lookup'
import type { Exchange } from './exchange'

const renewed = (exchange: Exchange, client: Client): Client => {
  const generation = exchange.laws.accessTokens.generation(client.generation)
  if (generation === client.generation) return client
  const next = { ...client, generation }
  keepClient(exchange, next)
  return next
}

/** Counts the token requests of one client while `make` runs. */
const counted = async <T>({ tenant, laws }: Exchange, client_id: string, make: () => Promise<T>): Promise<T> => {
  const { issuing } = tenant.store
  const underWay = (issuing.get(client_id) ?? 0) + 1
  issuing.set(client_id, underWay)
  try {
    if (!laws.token.copesWith(underWay)) throw new Error('a token of this client is being made')
    return await make()
  } finally {
    issuing.set(client_id, (issuing.get(client_id) ?? 1) - 1)
  }
}

/** A signed access token for a client, as clients get it. `seconds` is how long it lives. */
export const issueToken = (
  exchange: Exchange,
  client: Client,
  scope: readonly string[],
  seconds: number,
): Promise<string> =>
  counted(exchange, client.client_id, async () => {
    const { tenant, request, laws } = exchange
    const issuer = laws.openid.issuer(tenant.baseUrl, request.header)
    const issuedAt = laws.accessTokens.issuedAt(tenant.clock.now(client.client_id))
    const claims = laws.accessTokens.claims(renewed(exchange, client), issuer, scope, issuedAt, seconds, freshId())
    return laws.accessTokens.compact(await tenant.tokens.sign(claims, laws.accessTokens.header))
  })
