import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Served } from './serve'

/**
 * Playwright's global setup: where no tenant is configured, one is started and its address handed to the workers through
 * the environment. It has a process of its own: this one writes the results, each flushed to the disk, and checks would
 * wait with a tenant that waits for disks.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TENANT_BASE_URL) return undefined
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  const [{ baseUrl, client, controlUrl }] = (await once(child, 'message')) as [Served]
  process.env.TENANT_BASE_URL = baseUrl
  process.env.TENANT_CLIENT_ID = client.id
  process.env.TENANT_CLIENT_SECRET = client.secret
  process.env.CONFORMANCE_MOCK_CONTROL = controlUrl
  process.env.CONFORMANCE_TARGET_KIND = 'mock'
  return async () => {
    const exited = once(child, 'exit')
    child.disconnect()
    await exited
  }
}
