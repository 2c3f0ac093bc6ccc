import { choice, expect, readClient, tokenRequest, type Credentials, type Reply, type Send } from '../../harness'
import { works, type Rotating, type Ways } from './rotating'

export const isRunning = (reply: Reply): boolean => reply.at('/rotate_secret') === true

const flagOf = (reply: Reply) => reply.at('/rotate_secret') ?? false

const leastMilliseconds = 1e11

/** When the primary secret retires, in seconds since 1970 whatever the unit; what is no number stays as it is. */
export const retirementIn = (reply: Reply): unknown => {
  const at = reply.at('/primary_secret_auto_retires_at')
  if (typeof at !== 'number') return at
  const isFine = at > leastMilliseconds
  choice('A-16', 'primary_secret_auto_retires_at counts', isFine ? 'milliseconds' : 'seconds')
  return isFine ? at / 1000 : at
}

/** Judges that no rotation of a client is running. */
export const expectNoRotation = async (send: Send, admin: string, { client_id }: Credentials): Promise<void> => {
  const read = await send(readClient(admin, client_id))
  expect(read).toHaveStatus(200)
  expect(flagOf(read), 'rotate_secret').toBe(false)
}

/** Judges that a secret gets no token, now and to the end of the settle window. */
export const expectUseless = async ({ send, settles }: Omit<Ways, 'given'>, guess: Credentials): Promise<void> =>
  expect(await settles(() => send(tokenRequest(guess)), works)).toBeRefused([401, 400])

/** Judges that a rotation is over: the old secret is refused, the new one good, and readers see neither flag nor time. */
export const expectEnded = async (
  { send, settles }: Omit<Ways, 'given'>,
  { admin, client, next }: Pick<Rotating, 'admin' | 'client' | 'next'>,
): Promise<void> => {
  const old = await settles(
    () => send(tokenRequest(client)),
    reply => !works(reply),
  )
  const fresh = await settles(() => send(tokenRequest(next)), works)
  const read = await settles(
    () => send(readClient(admin, client.client_id)),
    reply => !isRunning(reply),
  )

  expect(old).toBeRefused([401, 400])
  expect(fresh).toHaveStatus(200)
  expect(read).toHaveStatus(200)
  expect(flagOf(read), 'rotate_secret').toBe(false)
  expect(Number(read.at('/primary_secret_auto_retires_at') ?? 0), 'primary_secret_auto_retires_at, or 0').toBe(0)
}
