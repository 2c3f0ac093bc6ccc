import { listClients, type Client, type Given, type Send } from '../../harness'
import type { Settles } from '../../harness/settle'
import { accepted } from '../token/accepted'

interface Ways {
  readonly given: Given
  readonly send: Send
  readonly settles: Settles
}

/**
 * A token that is proved to work: what happens to it from here on has one possible cause.
 * @param client whose token it is; a client of its own unless given
 * @returns `untilRefused` asks with the token until it is refused with 401, for at most the settle window
 */
export const liveToken = async ({ given, send, settles }: Ways, client?: Client) => {
  const owner = client ?? (await given.client())
  const token = await given.tokenOf(owner)
  const call = await accepted(send, listClients(token, { page_size: 1 }))
  const untilRefused = () =>
    settles(
      () => send(call),
      ({ status }) => status === 401,
    )
  return { owner, token, untilRefused }
}
