import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repository } from '../../reporters/surroundings'

/** How a command ended, and what it said. */
export interface Ended {
  readonly status: number | null
  readonly said: string
  readonly milliseconds: number
}

const loader = require.resolve('tsx/cjs')

/**
 * Runs a file of the repository with only the given settings.
 * @param folder the working directory, where `.env` and the results are
 */
export const command = (file: string, folder: string, env: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const words = ['--require', loader, join(repository, file)]
    const child = spawn(process.execPath, words, { cwd: folder, env: { PATH: process.env.PATH, ...env } })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.once('error', reject)
    child.once('close', status => resolve({ status, said, milliseconds: performance.now() - begun }))
  })
