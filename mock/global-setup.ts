import { serve } from './serve'

/**
 * Playwright's global setup: where no tenant is configured, one is started in this process and its address handed to
 * the workers through the environment.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TENANT_BASE_URL) return undefined
  const { baseUrl, client, controlUrl, close } = await serve()
  process.env.TENANT_BASE_URL = baseUrl
  process.env.TENANT_CLIENT_ID = client.id
  process.env.TENANT_CLIENT_SECRET = client.secret
  process.env.CONFORMANCE_MOCK_CONTROL = controlUrl
  process.env.CONFORMANCE_TARGET_KIND = 'mock'
  return close
}
