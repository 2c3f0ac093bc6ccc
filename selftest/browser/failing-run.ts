import { serve } from '../../mock/serve'
import { conformance, type Run } from '../conformance-run'
import { node } from '../node-command'

/** The fault of the tenant that is asked, and the requirement that notices it. */
export const fault = { defect: 'ttl-taken-for-seconds', requirement: 'TOK-005' } as const

/** Does what `npm run report` does; throws what it said where it could not. */
const report = (folder: string): void => {
  const { status, stderr } = node(['--require', 'tsx/cjs', 'reporters/report.ts'], { RESULTS_DIR: folder })
  if (status !== 0) throw new Error(stderr)
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
    report(folder)
    return run
  } finally {
    await close()
  }
}
