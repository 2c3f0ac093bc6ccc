import { cannotTell, expect, oddity, type Reply, type Send } from '../../harness'
import type { Call, Change } from './calls'

/** Who is denied something: as the message calls them, and a good token of theirs. */
export interface Somebody {
  readonly who: string
  readonly token: string
}

/** How messages show what a look has found. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'absent'))

/** Judges a refusal for want of rights; 401 instead of 403 is a swap that the documents allow for. */
const expectDenial = (reply: Reply, operation: string, who: string, also: readonly number[] = []): void => {
  expect(reply).toBeRefused(403, undefined, [401, ...also])
  if (reply.status === 401) oddity(`${operation} by ${who} is refused with 401 instead of 403 (A-46)`)
}

/**
 * Judges that somebody may not read.
 * @param shownTo what a 200 is: `nobody` where it violates the rule, `anybody` where the documents tolerate it
 */
export const expectReadsDenied = async (
  send: Send,
  reads: readonly Call[],
  { who, token }: Somebody,
  shownTo: 'nobody' | 'anybody' = 'nobody',
): Promise<void> => {
  for (const { operation, as, success } of reads) {
    const reply = await send(as(token))
    const isShown = reply.status === success
    if (isShown && shownTo === 'anybody') oddity(`${operation} by ${who} is answered ${reply.status}, not 403`)
    else {
      expect(!isShown, `${operation} by ${who}`).toHold(
        'refused with 403',
        `${reply.exchange.request.line} → ${success}`,
      )
      expectDenial(reply, operation, who)
    }
  }
}

/**
 * Judges that somebody may not change anything, and that nothing has changed after each refusal.
 * @param admin the token with which it is looked after
 * @param also further 4xx statuses that are not odd
 */
export const expectChangesDenied = async (
  send: Send,
  admin: string,
  changes: readonly Change[],
  { who, token }: Somebody,
  also: readonly number[] = [],
): Promise<void> => {
  const seen = new Map<string, Reply>()
  const look = async ({ look: request, operation }: Change): Promise<Reply> => {
    const reply = await send(request(admin))
    if (reply.status !== 200 && reply.status !== 404)
      cannotTell(`whether ${operation} had an effect cannot be seen: ${reply.status}`)
    seen.set(reply.exchange.request.line, reply)
    return reply
  }

  for (const change of changes) {
    const { operation, as, what, shows, look: request } = change
    const before = shown(shows(seen.get(request(admin).line) ?? (await look(change))))
    const reply = await send(as(token))
    const after = shown(shows(await look(change)))

    const effect = before === after ? `${what} is still ${after}` : `${what} was ${before} and is ${after}`
    const received = `${reply.exchange.request.line} → ${reply.status}, and ${effect}`
    expect(reply.status >= 300, `${operation} by ${who}`).toHold('refused with 403', received)
    expectDenial(reply, operation, who, also)
    expect(before === after, `${operation} by ${who}`).toHold('refused without any effect', received)
  }
}
