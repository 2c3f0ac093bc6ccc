import { spawn } from 'node:child_process'
import { repository } from '../reporters/surroundings'

/**
 * Runs `selftest/defects.ts` in a process of its own, as `npm run test:defects` does.
 * @param args names of defects and flags
 */
export const runMatrix = (args: readonly string[]): Promise<{ status: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const command = ['--require', 'tsx/cjs', 'selftest/defects.ts', ...args]
    const child = spawn(process.execPath, command, { cwd: repository, env: { PATH: process.env.PATH } })
    let said = ''
    child.stdout.on('data', chunk => (said += String(chunk)))
    child.stderr.on('data', chunk => (said += String(chunk)))
    child.once('error', reject)
    child.once('close', status => resolve({ status, said }))
  })
