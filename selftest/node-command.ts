import { spawnSync } from 'node:child_process'
import { repository } from '../reporters/surroundings'

/**
 * Does what a command of this repository does, in a process of its own, and waits for its end.
 * @param words arguments of node, as in `['--import', 'tsx', 'reporters/report.ts']`
 * @param settings the only ones it has
 */
export const node = (words: readonly string[], settings: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, words, {
    cwd: repository,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...settings },
  })
