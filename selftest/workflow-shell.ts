import { spawnSync } from 'node:child_process'
import { repository } from '../reporters/surroundings'

/** Does what a runner does with the script of a step. */
export const bash = (script: string | undefined, env: Readonly<Record<string, string>>, cwd = repository) =>
  spawnSync('bash', ['-eo', 'pipefail', '-c', script ?? ''], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  })
