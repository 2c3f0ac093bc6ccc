import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { freshSecret } from './chance'

/** Opens a free port. What comes before somebody accepts it waits there. */
const open = async (): Promise<{ server: Server; port: number }> => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

/**
 * Playwright's global setup: where no tenant is configured, one is started and its address handed to the workers through
 * the environment. It has a process of its own: this one writes the results, and checks would wait with a tenant that
 * waits for disks. Its ports are open at once, so that the checks are loaded while it gets ready.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TENANT_BASE_URL) return undefined
  const client = { id: 'bootstrap', secret: freshSecret() }
  const [api, control] = [await open(), await open()]
  const child = fork(join(__dirname, 'child.ts'), { execArgv: ['--require', 'tsx/cjs'] })
  for (const { server } of [api, control]) child.send(client, server, () => server.close())
  process.env.TENANT_BASE_URL = `http://localhost:${api.port}`
  process.env.TENANT_CLIENT_ID = client.id
  process.env.TENANT_CLIENT_SECRET = client.secret
  process.env.CONFORMANCE_MOCK_CONTROL = `http://127.0.0.1:${control.port}`
  process.env.CONFORMANCE_TARGET_KIND = 'mock'
  return async () => {
    const exited = once(child, 'exit')
    child.disconnect()
    await exited
  }
}
