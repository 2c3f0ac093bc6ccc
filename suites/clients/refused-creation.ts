import { createClient, expect, readClient, type Reply, type Send } from '../../harness'

interface Ways {
  readonly send: Send
  /** Token of an administrator who may create clients. */
  readonly admin: string
}

/**
 * Judges a creation that has to be refused for one slip: with 400 and the envelope, without a trace, and for that slip
 * only, because the same body without it is accepted under the same client_id.
 * @param good the members without the slip
 */
export const expectRefusedCreation = async (
  reply: Reply,
  good: Readonly<Record<string, unknown>>,
  { send, admin }: Ways,
): Promise<void> => {
  expect(reply).toBeRefused(400)
  expect(reply).toCarryEnvelope()
  expect(await send(readClient(admin, String(good.client_id)))).toBeRefused(404)
  expect(await send(createClient(admin, good))).toHaveStatus(201)
}
