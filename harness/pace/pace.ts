import { Trouble } from '../trouble'

/** What a tenant is asked at most. `Infinity`: as much as comes. */
export interface Limits {
  /** Requests in any second, however it is cut. */
  readonly rate: number
  /** Requests under way at once. */
  readonly concurrency: number
}

/** Says when the next request may go out. */
export interface Pace {
  /**
   * Waits for a ticket. The given function hands it back, once the reply has come or none will.
   * @throws TooBusy where the tenant has asked for more quiet than anybody waits for
   */
  take(): Promise<() => void>
  /** The tenant has asked for quiet: nobody gets a ticket before. In seconds. */
  rest(seconds: number): void
}

/** Does the same, each time with a ticket; the thing itself where nothing limits it. */
export const atPace = <T, Given extends readonly unknown[]>(
  pace: Pace | undefined,
  work: (...given: Given) => Promise<T>,
): ((...given: Given) => Promise<T>) => {
  if (!pace) return work
  return async (...given) => {
    const giveBack = await pace.take()
    try {
      return await work(...given)
    } finally {
      giveBack()
    }
  }
}

/** A request waits that long where the tenant asks for it, in seconds; beyond that its check is inconclusive. */
export const longestRest = 15

/** Nothing was sent: the tenant wants to be left alone for longer than a check can wait. */
export class TooBusy extends Trouble {
  constructor(readonly seconds: number) {
    super(`the tenant is busy: it has asked to be left alone for another ${seconds} s, so nothing was sent`)
  }
}
