import { spawnSync } from 'node:child_process'
import { repository } from '../reporters/surroundings'

/**
 * Does what a command of this repository does, in a process of its own, and waits for its end.
 * @param words arguments of node, as in `['--require', 'tsx/cjs', 'reporters/report.ts']`
 * @param settings the only ones it has
 * @param patience after so many milliseconds it is killed; without, it takes the time it takes
 */
export const node = (words: readonly string[], settings: Readonly<Record<string, string>>, patience?: number) =>
  spawnSync(process.execPath, words, {
    cwd: repository,
    encoding: 'utf8',
    timeout: patience,
    env: { PATH: process.env.PATH, ...settings },
  })
