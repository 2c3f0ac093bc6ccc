import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { serve } from '../../mock/serve'
import { repository } from '../../reporters/surroundings'
import { conformance, type Run } from '../conformance-run'

/** The fault of the tenant that is asked, and the requirement that notices it. */
export const fault = { defect: 'ttl-taken-for-seconds', requirement: 'TOK-005' } as const

/** Does what `npm run report` does; throws what it said where it could not. */
export const report = async (folder: string): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'reporters/report.ts'], {
    cwd: repository,
    env: { PATH: process.env.PATH, RESULTS_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  const [status] = (await once(child, 'close')) as [number | null]
  if (status !== 0) throw new Error(said)
}

/**
 * A run against a mock with one fault, and the pages made of it.
 * @param folder where the results go
 * @param options arguments for Playwright, such as `--grep`
 */
export const failingRun = async (folder: string, options: readonly string[]): Promise<Run> => {
  const { baseUrl, client, controlUrl, close } = await serve({ defect: fault.defect })
  try {
    const run = await conformance(
      folder,
      {
        TENANT_BASE_URL: baseUrl,
        TENANT_CLIENT_ID: client.id,
        TENANT_CLIENT_SECRET: client.secret,
        CONFORMANCE_TARGET_KIND: 'mock',
        CONFORMANCE_MOCK_CONTROL: controlUrl,
        FUZZ_SEED: '1',
      },
      options,
    )
    await report(folder)
    return run
  } finally {
    await close()
  }
}
