import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { see, type Inquiry } from './inquiry'
import { roadProblem } from './road-problem'

const patience = 4_000

const late = async (signal: AbortSignal): Promise<never> => {
  await pause(patience, undefined, { signal })
  throw Object.assign(new Error('no answer'), { code: 'EAI_AGAIN' })
}

/**
 * Name resolution; a proxy does that itself.
 * @throws PreflightProblem
 */
export const resolveName = async (inquiry: Inquiry): Promise<void> => {
  const { fqdn, proxy } = inquiry.tenant
  if (proxy) return see(inquiry, 'way', `through the proxy ${new URL(proxy.url).host} of ${proxy.setting}`)
  const host = fqdn.replace(/^\[|\]$/g, '')
  if (isIP(host)) return see(inquiry, 'name', `${host} is an address, no name`)
  const ended = new AbortController()
  try {
    const found = await Promise.race([lookup(host, { all: true }), late(ended.signal)])
    see(inquiry, 'name', `${host} is ${found.map(({ address }) => address).join(', ')}`)
  } catch (error) {
    throw roadProblem(inquiry.tenant, error)
  } finally {
    ended.abort()
  }
}
