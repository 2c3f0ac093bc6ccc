import type { Send } from '../send'
import { Trouble } from '../trouble'
import type { Finding } from './finding'
import type { Judge } from './scan'

const times = [1, 2, 3]

/**
 * Silence is the tenant's where it keeps silent again and again, while other requests are answered. There is no time to
 * make such a case smaller.
 * @throws Trouble where an answer comes after all: the road may have swallowed the first
 */
export const silentAgain = async <T>(judge: Judge<T>, one: T, send: Send): Promise<Finding> => {
  const [finding, ...others] = await Promise.all(times.map(() => judge(one, send)))
  if (finding?.isSilence && others.every(other => other?.isSilence)) return finding
  throw new Trouble('the same question was answered differently: no answer came, then one')
}
