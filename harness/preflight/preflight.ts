import { roadTo } from '../road'
import { learn } from '../secret-book'
import type { Tenant } from '../tenant'
import { getToken } from './credentials'
import type { Facts } from './facts'
import { lookAtHosts } from './hosts'
import { see, type Inquiry } from './inquiry'
import { lookAtBodies, lookAtMediaTypes } from './media-types'
import { resolveName } from './names'
import { PreflightProblem } from './problem'
import { lookAtRights } from './rights'
import { lookAtTrust } from './trust'

export { PreflightProblem } from './problem'

/** A tenant that answers more slowly than this altogether is out of reach. */
const mostMilliseconds = 11_000

const lookAtSettings = (inquiry: Inquiry) => {
  const { client, writes, pace } = inquiry.tenant
  const does = writes ? 'reads and writes' : 'only reads'
  see(inquiry, 'settings', `${does} as ${client.id}, at most ${pace.rate} requests/s, ${pace.concurrency} at once`)
}

const all = async (inquiry: Inquiry): Promise<void> => {
  lookAtSettings(inquiry)
  await resolveName(inquiry)
  await lookAtTrust(inquiry)
  const token = await getToken(inquiry)
  const generation = token === undefined ? undefined : await lookAtMediaTypes(inquiry, token)
  if (token !== undefined && generation) {
    await lookAtRights(inquiry, token, generation)
    await lookAtBodies(inquiry, token, generation)
  }
  await lookAtHosts(inquiry)
}

const essentials = async (inquiry: Inquiry): Promise<void> => {
  const token = await getToken(inquiry)
  const generation = token === undefined ? undefined : await lookAtMediaTypes(inquiry, token)
  if (token !== undefined && generation) await lookAtBodies(inquiry, token, generation)
}

const begin = (tenant: Tenant): Inquiry => {
  learn(tenant.client.secret, 'secret', { from: 'environment', variable: 'TENANT_CLIENT_SECRET' })
  return { tenant, connection: roadTo(tenant, { patience: 6_000 }), steps: [], found: {} }
}

const within = async (inquiry: Inquiry, look: (inquiry: Inquiry) => Promise<void>): Promise<void> => {
  const late = setTimeout(() => void inquiry.connection.close(), mostMilliseconds)
  try {
    await look(inquiry)
  } finally {
    clearTimeout(late)
    await inquiry.connection.close()
  }
}

const factsOf = ({ tenant, found, steps }: Inquiry): Facts => ({ baseUrl: tenant.baseUrl, ...found, steps })

/**
 * Finds out whether the tenant can be asked at all, before any check: reached, trusted, known credentials, enough
 * rights. What the tenant does wrong beyond that is left to the checks.
 * @returns what was found; with the problem where a run cannot begin
 */
export const examine = async (tenant: Tenant): Promise<Facts> => {
  const inquiry = begin(tenant)
  try {
    await within(inquiry, all)
    return factsOf(inquiry)
  } catch (error) {
    if (!(error instanceof PreflightProblem)) throw error
    return { ...factsOf(inquiry), problem: { setting: error.setting, message: error.message } }
  }
}

/**
 * The same, but only what the checks need to know to begin.
 * @throws PreflightProblem with one message that names the cause and the setting
 */
export const preflight = async (tenant: Tenant): Promise<Facts> => {
  const inquiry = begin(tenant)
  await within(inquiry, essentials)
  return factsOf(inquiry)
}
