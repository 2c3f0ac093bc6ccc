import { cannotTell, expect, type Request, type Send } from '../../harness'
import type { Call } from './calls'

/** Judges that somebody may make each of these calls, one after the other. */
export const expectAllowed = async (send: Send, token: string, calls: readonly Call[]): Promise<void> => {
  for (const { as, success } of calls) expect(await send(as(token))).toHaveStatus(success)
}

/** The positive control of one request: ends the check as inconclusive where it does not succeed. */
export const proveAccepted = async (send: Send, request: Request): Promise<void> => {
  const { status } = await send(request)
  if (status >= 300) cannotTell(`${request.line} is answered ${status} to TENANT_ADMIN, too`)
}

/**
 * The positive control: whoever has the right makes the very calls that somebody else was or will be refused. Ends the
 * check as inconclusive where one does not succeed.
 */
export const proveAllowed = async (
  send: Send,
  token: string,
  calls: readonly Call[],
  who = 'TENANT_ADMIN',
): Promise<void> => {
  for (const { operation, as } of calls) {
    const { status } = await send(as(token))
    if (status >= 300) cannotTell(`${operation} is answered ${status} to ${who}, too`)
  }
}
