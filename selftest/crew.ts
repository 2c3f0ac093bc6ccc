import { fork } from 'node:child_process'
import { join } from 'node:path'

/**
 * Lets processes work through jobs, each one job at a time, until none is left.
 * @param file what a process runs, relative to this folder: it sends `ready` once, then a report for each job it is sent
 * @param size most processes at once
 * @param onReport called with each report as it comes
 * @throws Error where a process ends before its job is done
 */
export const workThrough = async (
  file: string,
  jobs: readonly object[],
  size: number,
  onReport: (report: never) => void,
): Promise<void> => {
  const waiting = [...jobs]
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const worker = fork(join(__dirname, file), { execArgv: ['--require', 'tsx/cjs'] })
      let isDone = false
      worker.on('message', (message: unknown) => {
        if (message !== 'ready') onReport(message as never)
        const next = waiting.shift()
        isDone = next === undefined
        if (next) worker.send(next)
        else worker.disconnect()
      })
      worker.once('error', reject)
      worker.once('exit', code =>
        isDone ? resolve() : reject(new Error(`${file} ended with ${code} before its work was done`)),
      )
    })
  await Promise.all(Array.from({ length: Math.min(size, jobs.length) }, one))
}
