import { setTimeout as pause } from 'node:timers/promises'
import type { Belonging } from '../belongings'
import type { Connection } from '../connection'
import { mediaTypeHeaders } from '../media-type'
import { valueAt } from '../reply'
import { tokenRequest, type Credentials } from '../requests'
import { outgoing, type Request } from '../request'
import { transmitPatiently } from '../retry-after'

const attempts = 3
const milliseconds = 250

/** What a request came to: its status, 0 where no reply came. */
const ask = (connection: Connection, request: Request): Promise<{ readonly status: number; readonly text: string }> =>
  transmitPatiently(connection, outgoing(request)).catch(() => ({ status: 0, text: '' }))

const tokenFrom = (text: string): string | undefined => {
  try {
    const token = valueAt(JSON.parse(text), '/access_token')
    return typeof token === 'string' ? token : undefined
  } catch {
    return undefined
  }
}

/**
 * Removes things of ours when no check is under way any more, without evidence. A removal that meets trouble is tried
 * again: it is safe to repeat, and what is gone already is fine.
 * @param credentials of the client the run was given; it gets a fresh token
 * @returns what was removed, or is gone
 */
export const removing = async (
  connection: Connection,
  credentials: Credentials,
  things: readonly Belonging[],
): Promise<readonly Belonging[]> => {
  const gone = new Set<Belonging>()
  let isInTrouble = true
  for (let attempt = 1; isInTrouble && attempt <= attempts && gone.size < things.length; attempt++) {
    if (attempt > 1) await pause(milliseconds)
    const token = tokenFrom((await ask(connection, tokenRequest(credentials))).text)
    if (token === undefined) continue
    isInTrouble = false
    for (const thing of things.filter(each => !gone.has(each))) {
      const headers = mediaTypeHeaders(thing.remove, false)
      const { status } = await ask(connection, { line: thing.remove, bearer: token, headers })
      isInTrouble ||= status === 0
      if (status === 404 || (status >= 200 && status < 300)) gone.add(thing)
    }
  }
  return [...gone]
}
