import type { Client } from '../client'
import type { Row } from '../store'
import type { Claims, Presented } from '../tokens'

/** The one Authorization line of a request; several contradict each other and count as none that is good. */
const line = (authorization: readonly string[], _query: URLSearchParams): string | undefined =>
  authorization.length > 1 ? 'Bearer' : authorization[0]

/** Scheme names ignore case. */
const schemeFits = (scheme: string): boolean => scheme.toLowerCase() === 'bearer'

/** The characters RFC 6750 permits in a token. */
const tokenFits = (token: string): boolean => /^[A-Za-z0-9._~+/-]+=*$/.test(token)

/** Tokens vouch for clients; their ids and secrets do not. */
const holderOf = (_value: string, _rows: ReadonlyMap<string, Row>): Client | undefined => undefined

/** Only a signature made with the published key counts, whatever the token says about itself. */
const signatureFits = ({ verified }: Presented): boolean => verified

/** A token is dead from the second in `exp` on; no skew is granted. */
const isExpired = ({ exp }: Claims, now: number): boolean => now >= exp

/** A token may be shown as often as anybody likes, unless it was revoked. */
const isRevoked = ({ jti }: Claims, revoked: ReadonlySet<string>, _uses: number): boolean => revoked.has(jti)

/** The token was issued to this very client, and not withdrawn with all others since. */
const belongs = ({ uid, gen }: Claims, client: Client | undefined): boolean =>
  client !== undefined && client.id === uid && client.generation === gen

/** The tokens of a client end with it. */
const outlivesClient = false as boolean

/** The challenge names an error only if a token was presented (RFC 6750 section 3.1). */
const challenge = (reason: 'absent' | 'invalid'): string =>
  reason === 'absent' ? 'Bearer realm="acs"' : 'Bearer realm="acs", error="invalid_token"'

export const authentication = {
  belongs,
  challenge,
  holderOf,
  isExpired,
  isRevoked,
  line,
  outlivesClient,
  schemeFits,
  signatureFits,
  tokenFits,
}
