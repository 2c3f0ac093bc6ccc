import type { Finding } from './finding'
import type { Lane } from './lanes'
import { timeAtWork } from '../pace/waiting'
import { Trouble } from '../trouble'
import type { Send } from '../send'

/** Asks about one case and judges the answers; gives nothing where all is well. */
export type Judge<T> = (one: T, ask: Send) => Promise<Finding | undefined>

/** The first case, by position, that something is wrong with. */
export interface Found {
  readonly index: number
  readonly finding: Finding
}

/** A tenant that is busy for a moment must not cost a whole property. */
const attempts = 3

/**
 * Judges one case on a lane, and leaves nothing behind. Where the tenant could not be asked, the case is begun anew,
 * from a clean state.
 * @throws Trouble where that does not help
 */
export const judgeOn = async <T>(lane: Lane, judge: Judge<T>, one: T): Promise<Finding | undefined> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await judge(one, lane.ask)
    } catch (error) {
      if (attempt === attempts || !(error instanceof Trouble)) throw error
    } finally {
      await lane.clear()
    }
  }
}

/**
 * Judges all cases, as many at once as there are lanes, and stops at the first that something is wrong with; those
 * before it are finished, so that it is the first indeed.
 * @param patience how long all of it may take, in milliseconds, waiting for tickets not counted
 * @throws Trouble where the tenant could not be asked about a case, or time ran out: what was not judged is no pass
 */
export const scan = async <T>(
  cases: readonly T[],
  lanes: readonly Lane[],
  judge: Judge<T>,
  patience: number,
): Promise<Found | undefined> => {
  const begun = timeAtWork()
  let next = 0
  let judged = 0
  let found: Found | undefined
  const troubles: unknown[] = []

  const isOver = () => found !== undefined || troubles.length > 0 || timeAtWork() - begun > patience
  const run = async (lane: Lane) => {
    while (next < cases.length && !isOver()) {
      const index = next++
      try {
        const finding = await judgeOn(lane, judge, cases[index] as T)
        if (finding && (!found || index < found.index)) found = { index, finding }
        judged++
      } catch (error) {
        troubles.push(error)
      }
    }
  }

  await Promise.all(lanes.map(run))
  if (found) return found
  if (troubles.length > 0) throw troubles[0]
  if (judged < cases.length)
    throw new Trouble(
      `interrupted: ${judged} of ${cases.length} cases were judged within ${Math.round(patience / 1000)} s`,
    )
  return undefined
}
