import { setTimeout as pause } from 'node:timers/promises'
import type { Belongings } from './belongings'
import type { Asked } from './guard/guard'
import { Crowded } from './guard/refusal'
import { counted } from './pace/waiting'

/** How long a check waits for others to remove something, in milliseconds. */
const mostPatience = 20_000

/** Workers that wait for the same room do not come back at the same moment. */
const step = 150 + (process.pid % 100)

/**
 * Lets a request through, once there is room for what it makes.
 * @returns what is to be told afterwards what came of it, as `watch` gives it
 * @throws Refusal, ReadOnly, Trouble where the request must not be sent
 */
export const admitted = async (
  belongings: Pick<Belongings, 'watch'>,
  request: Asked,
): Promise<ReturnType<Belongings['watch']>> => {
  for (let waited = 0; ; waited += step) {
    try {
      return belongings.watch(request)
    } catch (error) {
      if (!(error instanceof Crowded) || waited > mostPatience) throw error
      await counted(pause(step))
    }
  }
}
