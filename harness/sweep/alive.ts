import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { beganAt } from '../run-mark'
import type { JournaledRun, Process } from './runs'

/** A run that has been quiet for longer, or has begun earlier on another machine, is over. */
export const mostMinutes = 60

const isZombie = (pid: number): boolean => {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isRecent = (at: number) => Date.now() - at < mostMinutes * 60_000

const stillWrites = ({ lastAt }: JournaledRun, { pid, host }: Process) =>
  isRecent(lastAt) && (host !== hostname() || isRunning(pid))

/**
 * Why the things of a run are not to be touched: it is, or may be, under way.
 * @param known what the journals here say about it; absent: it was journaled elsewhere, and only its mark tells its age
 * @returns a reason in words; `undefined` where the run is over
 */
export const reasonToSpare = (run: string, known: JournaledRun | undefined): string | undefined => {
  if (known) {
    const writer = known.open.find(each => stillWrites(known, each))
    return writer && `it is under way (process ${writer.pid} on ${writer.host})`
  }
  const began = beganAt(run)
  if (began === undefined) return 'nothing here tells how old it is'
  return isRecent(began)
    ? `it began ${Math.max(0, Math.round((Date.now() - began) / 60_000))} minutes ago, elsewhere`
    : undefined
}
