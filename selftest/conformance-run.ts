import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Conformance } from '../reporters/conformance-json'
import { repository } from '../reporters/surroundings'

/** What a run left behind. */
export interface Run {
  readonly status: number
  /** Everything it printed. */
  readonly said: string
  readonly milliseconds: number
  /** `conformance.json`, where the run came as far as writing one. */
  readonly found: Conformance | undefined
}

const start = (command: readonly string[], env: Readonly<Record<string, string>>): Promise<Omit<Run, 'found'>> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(process.execPath, command, { cwd: repository, env: { PATH: process.env.PATH, ...env } })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', code =>
      resolve({
        status: code ?? -1,
        said: Buffer.concat(chunks).toString('utf8'),
        milliseconds: performance.now() - begun,
      }),
    )
  })

/** The verdict in a folder of results, if there is one. */
export const verdictIn = (folder: string): Conformance | undefined => {
  const path = join(folder, 'conformance.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Conformance) : undefined
}

/**
 * Does what `npm run conformance` does, in a process of its own, with only the given settings.
 * @param folder where the results go
 * @param options arguments for Playwright
 */
export const conformance = async (
  folder: string,
  env: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<Run> => {
  const command = ['--require', 'tsx/cjs', 'harness/conformance.ts', ...options]
  const ended = await start(command, { RESULTS_DIR: folder, ...env })
  return { ...ended, found: verdictIn(folder) }
}
