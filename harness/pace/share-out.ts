import type { Configuration } from '../configuration'
import { openDesk } from './desk'

/**
 * Lets all processes of a run share one budget: opens the desk where they get their tickets, unless there is one
 * already or nothing is limited.
 * @returns what to put into the environment of the others, the configuration for this process, and how to end it
 */
export const shareOut = async (configuration: Configuration) => {
  const { rate, concurrency, desk } = configuration.pace
  const isFree = rate === Number.POSITIVE_INFINITY && concurrency === Number.POSITIVE_INFINITY
  if (isFree || desk !== undefined) return { environment: {}, configuration, close: () => Promise.resolve() }
  const { address, close } = await openDesk({ rate, concurrency })
  return {
    environment: { CONFORMANCE_PACE: address },
    configuration: { ...configuration, pace: { rate, concurrency, desk: address } },
    close,
  }
}
