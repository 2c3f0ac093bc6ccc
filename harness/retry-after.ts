import { setTimeout as pause } from 'node:timers/promises'
import { Trouble, inWords, codeOf } from './trouble'
import { certain } from './certain'
import type { Connection } from './connection'
import { doubtOf } from './doubt'
import { longestRest, type Pace } from './pace/pace'
import { counted } from './pace/waiting'
import { outgoing, type Outgoing } from './request'
import { readDiscovery, readKeys } from './requests'
import type { Received } from './reply'

const attempts = 4

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Seconds a 429 or 503 asks to wait (RFC 9110 10.2.3: seconds or a date); 1 where it does not say. */
export const secondsToWait = (retryAfter: string | undefined, now = Date.now()): number => {
  const text = retryAfter?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text)
  const date = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN // Date.parse takes "1.5" for a day in 2001.
  return Number.isNaN(date) ? 1 : Math.max(0, Math.ceil((date - now) / 1000))
}

const headerOf = (received: Received, name: string) => received.headers.find(([each]) => each === name)?.[1]

/** A date is one of the tenant's clock, which may differ from ours. */
const waitOf = (received: Received): number => {
  const its = Date.parse(headerOf(received, 'date') ?? '')
  return secondsToWait(headerOf(received, 'retry-after'), Number.isNaN(its) ? undefined : its)
}

const isSafe = (method: string) => safe.has(method)

/** A 429 has not been acted on; a 503 that names a time has not either, as far as anybody can say. */
const asksToWait = (received: Received, method: string) =>
  received.status === 429 ||
  (received.status === 503 && (isSafe(method) || headerOf(received, 'retry-after') !== undefined))

/** After a repeated change a refusal says nothing: the first attempt may have taken effect, whatever its 503 said. */
const isBlurred = (received: Received, method: string, hadUnavailable: boolean) =>
  hadUnavailable && !isSafe(method) && received.status >= 400 && received.status < 500

/**
 * Asks, and waits where the tenant says so (429, 503; at most 3 times and 15 s each); the whole run waits with it.
 * @param transmit sends the request once; called again for each attempt
 * @throws Trouble where no reply can be had that says something about the tenant
 */
export const patiently = async (method: string, transmit: () => Promise<Received>, pace?: Pace): Promise<Received> => {
  let hadUnavailable = false
  for (let attempt = 1; ; attempt++) {
    const received = await transmit()
    if (!asksToWait(received, method)) {
      if ([502, 503, 504].includes(received.status))
        throw new Trouble(`a gateway answered ${received.status} for the tenant`)
      if (isBlurred(received, method, hadUnavailable))
        throw new Trouble(
          `repeated after a 503, the request was refused with ${received.status}: perhaps it was done twice`,
        )
      return received
    }
    hadUnavailable ||= received.status === 503
    const wait = waitOf(received)
    pace?.rest(wait)
    if (attempt === attempts || wait > longestRest)
      throw new Trouble(`the tenant is busy: ${received.status} after ${attempt} attempts, wait ${wait} s`)
    await counted(pause(wait * 1000))
  }
}

/** Asking again changes nothing: it is a question, a token more or less is nothing, and so is a refusal. */
export const isRepeatableAfter = ({ status }: Received, { method, target }: Outgoing): boolean =>
  isSafe(method) || /^\/acs\/token(\?|$)/.test(target) || (status >= 400 && status < 500)

/** A question that any tenant answers, and another one than that under test. */
export const controlBeside = ({ target }: Outgoing): Outgoing =>
  outgoing(target.startsWith('/acs/jwks') ? readDiscovery() : readKeys())

/**
 * Sends a request with the patience above; a lost connection is made again once, where the method is safe to repeat.
 * A reply that the road may have made is asked for again before it is believed.
 * @throws Trouble where no judgeable reply can be had: the tenant stays busy, a gateway answers for it, the road fails
 */
export const transmitPatiently = async (connection: Connection, request: Outgoing): Promise<Received> => {
  let isRepeatable = isSafe(request.method)
  const transmit = async (): Promise<Received> => {
    try {
      return await connection.transmit(request)
    } catch (error) {
      const isLost = ['ECONNRESET', 'UND_ERR_SOCKET'].includes(codeOf(error) ?? '')
      if (!isRepeatable || !isLost) throw new Trouble(inWords(error), { cause: error })
      isRepeatable = false
      return transmit()
    }
  }
  const { origin, pace } = connection
  const ask = () => patiently(request.method, transmit, pace)
  const received = await ask()
  if (origin === undefined) return received
  return certain(received, {
    ask,
    isRepeatable: isRepeatableAfter(received, request),
    control: () => connection.transmit(controlBeside(request)),
    doubtOf: each => doubtOf(each, request.target, origin),
  })
}
