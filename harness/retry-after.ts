import { setTimeout as pause } from 'node:timers/promises'
import { Trouble, inWords, codeOf } from './trouble'
import type { Connection } from './connection'
import type { Outgoing } from './request'
import type { Received } from './reply'

const attempts = 4
const longestWait = 15

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Seconds a 429 or 503 asks to wait (RFC 9110 10.2.3: seconds or a date); 1 where it does not say. */
export const secondsToWait = (retryAfter: string | undefined, now = Date.now()): number => {
  const text = retryAfter?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text)
  const date = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN // Date.parse takes "1.5" for a day in 2001.
  return Number.isNaN(date) ? 1 : Math.max(0, Math.ceil((date - now) / 1000))
}

const headerOf = (received: Received, name: string) => received.headers.find(([each]) => each === name)?.[1]

const isBusy = (received: Received, method: string) =>
  received.status === 429 || (received.status === 503 && safe.has(method))

/**
 * Sends a request and waits where the tenant asks for it. A 429 has not been acted on and is repeated; a 503 or a lost
 * connection only where the method is safe to repeat.
 * @throws Trouble where no judgeable reply can be had: the tenant stays busy, a gateway answers for it, the road fails
 */
export const transmitPatiently = async (connection: Connection, request: Outgoing): Promise<Received> => {
  for (let attempt = 1; ; attempt++) {
    let received: Received
    try {
      received = await connection.transmit(request)
    } catch (error) {
      const once =
        attempt === 1 && safe.has(request.method) && ['ECONNRESET', 'UND_ERR_SOCKET'].includes(codeOf(error) ?? '')
      if (once) continue
      throw new Trouble(inWords(error), { cause: error })
    }
    if (!isBusy(received, request.method)) {
      if ([502, 503, 504].includes(received.status))
        throw new Trouble(`a gateway answered ${received.status} for the tenant`)
      return received
    }
    const wait = secondsToWait(headerOf(received, 'retry-after'))
    if (attempt === attempts || wait > longestWait)
      throw new Trouble(`the tenant is busy: ${received.status} after ${attempt} attempts, wait ${wait} s`)
    await pause(wait * 1000)
  }
}
