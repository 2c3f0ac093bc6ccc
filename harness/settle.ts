import { setTimeout as pause } from 'node:timers/promises'
import { note } from './check'
import type { Reply } from './reply'
import type { Tenant } from './tenant'

/** Asks again until a change shows, for at most the settle window; gives the last reply, to be judged by the check. */
export type Settles = (ask: () => Promise<Reply>, shows: (reply: Reply) => boolean) => Promise<Reply>

/**
 * Changes may take a while to show everywhere (POLL in the catalogue); how long it took is noted.
 * @param tenant its settle window in seconds
 */
export const settlesWithin =
  ({ settleSeconds }: Pick<Tenant, 'settleSeconds'>): Settles =>
  async (ask, shows) => {
    const begun = performance.now()
    const passed = () => (performance.now() - begun) / 1000
    for (let [wait, asked] = [100, 1]; ; wait = Math.min(wait * 2, 2_000), asked++) {
      const reply = await ask()
      // Also for whoever compares two runs: a check that had to ask again made more requests than it needs.
      if (shows(reply) && asked > 1) note('measured', `the change showed after ${passed().toFixed(1)} s`)
      if (shows(reply) || passed() + wait / 1000 > settleSeconds) return reply
      await pause(wait)
    }
  }
