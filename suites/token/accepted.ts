import { cannotTell, type Request, type Send } from '../../harness'

/**
 * Proves that a request is accepted and gives it back, to be twisted: its refusal then has one possible cause.
 * Ends the check as inconclusive where the tenant refuses the request as it is.
 */
export const accepted = async (send: Send, good: Request): Promise<Request> => {
  const { status } = await send(good)
  return status === 200 ? good : cannotTell(`${good.line} is answered ${status} even before anything is wrong with it`)
}
