import { readClient, type Client, type Given, type Reply, type Send } from '../../harness'
import type { Settles } from '../../harness/settle'

interface Ways {
  readonly given: Given
  readonly send: Send
  readonly settles: Settles
}

const revoked = ({ status }: Reply) => status === 401

/**
 * A client with these rule sets and a token of it, which is watched from here on.
 * @returns `once` asks with the token; `untilRevoked` asks until it is refused with 401, for at most the settle window
 */
export const watched = async ({ given, send, settles }: Ways, rule_set_names: readonly string[]) => {
  const client: Client = await given.client({ rule_set_names })
  const token = await given.tokenOf(client)
  const once = () => send(readClient(token, client.client_id))
  return { client, token, once, untilRevoked: () => settles(once, revoked) }
}
