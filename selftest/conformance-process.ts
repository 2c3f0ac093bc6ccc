import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { repository } from '../reporters/surroundings'

/** A command of the harness under way. */
export interface Process {
  readonly child: ChildProcess
  /** Everything it has printed so far. */
  readonly said: () => string
  /** Its exit status; -1 where a signal ended it. */
  readonly ended: Promise<number>
}

/**
 * Starts a command in a process of its own, with only the given settings.
 * @param command arguments of node, as in `['harness/conformance.ts', '--grep', 'TOK']`
 */
export const begin = (command: readonly string[], env: Readonly<Record<string, string>>): Process => {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', ...command], {
    cwd: repository,
    env: { PATH: process.env.PATH, ...env },
    detached: true,
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return {
    child,
    said: () => Buffer.concat(chunks).toString('utf8'),
    ended: new Promise(resolve => child.once('close', code => resolve(code ?? -1))),
  }
}

/** Waits until a journal holds so many lines; gives up when the run that writes it has ended, or after a minute. */
export const journaled = async (folder: string, lines: number, run?: Pick<Process, 'child'>): Promise<void> => {
  const file = join(folder, 'journal.jsonl')
  for (let waits = 0; waits < 6_000 && (run?.child.exitCode ?? run?.child.signalCode ?? null) === null; waits++) {
    if (existsSync(file) && readFileSync(file, 'utf8').split('\n').length > lines) return
    await pause(10)
  }
}

/** Ends a process and everything it has started, at once, as a crash of the machine would. */
export const killAll = ({ child }: Pick<Process, 'child'>): void => {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
}
