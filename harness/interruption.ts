import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Configuration } from './configuration'
import { Trouble } from './trouble'

type Whose = Pick<Configuration, 'resultsDir' | 'run'>

/** The file that tells all processes of a run that it was asked to stop. */
export const interruptionIn = ({ resultsDir, run }: Whose): string => join(resultsDir, `interrupted-${run}`)

/** Whether somebody has asked this run to stop; all its processes see it. */
export const isInterrupted = (run: Whose): boolean => existsSync(interruptionIn(run))

/**
 * Tells all processes of a run when somebody asks this one to stop (SIGINT). The test runner tells its workers, too, but
 * a worker that is just about to begin a check does not hear it.
 * @returns takes the message away when the run is over
 */
export const announceInterruption = (run: Whose): (() => void) => {
  let isOver = false
  // It stays: while the reports are written nobody else listens, and the signal would end the process.
  process.on('SIGINT', () => {
    if (isOver) return
    mkdirSync(run.resultsDir, { recursive: true })
    writeFileSync(interruptionIn(run), '')
  })
  return () => {
    isOver = true
    rmSync(interruptionIn(run), { force: true })
  }
}

/** @throws Trouble where somebody has asked the run to stop */
export const goOn = (run: Whose): void => {
  if (isInterrupted(run)) throw new Trouble('the run was interrupted')
}

/** Waits, but not longer than the run goes on. */
export const pauseOf = async (run: Whose, milliseconds: number): Promise<void> => {
  const until = performance.now() + milliseconds
  for (;;) {
    goOn(run)
    const rest = until - performance.now()
    if (rest <= 0) return
    await pause(Math.min(rest, 1_000))
  }
}
