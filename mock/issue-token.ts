import { freshId } from './chance'
import type { Client } from './client'
import type { Exchange } from './exchange'

/** A signed access token for a client, as clients get it. `seconds` is how long it lives. */
export const issueToken = async (
  { tenant, request, laws }: Exchange,
  client: Client,
  scope: readonly string[],
  seconds: number,
): Promise<string> => {
  const issuer = laws.openid.issuer(tenant.baseUrl, request.header)
  const issuedAt = laws.accessTokens.issuedAt(tenant.clock.now(client.client_id))
  const claims = laws.accessTokens.claims(client, issuer, scope, issuedAt, seconds, freshId())
  return laws.accessTokens.compact(await tenant.tokens.sign(claims, laws.accessTokens.header))
}
