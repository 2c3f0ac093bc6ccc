import { setTimeout as pause } from 'node:timers/promises'
import type { Received } from '../reply'
import { outgoing, type Request } from '../request'
import { secondsToWait } from '../retry-after'
import { shakeHands } from './handshake'
import { headerOf, type Inquiry } from './inquiry'
import { PreflightProblem } from './problem'
import { roadProblem } from './road-problem'

/** Longer than that nobody waits to be told whether a run can begin; in seconds. */
const longestWait = 3

const busy = ({ tenant }: Inquiry, received: Received, wait: number) =>
  new PreflightProblem(
    'TENANT_RATE',
    `${tenant.baseUrl} is busy: it answers ${received.status} and asks to wait ${wait} s. Begin later; TENANT_RATE and TENANT_CONCURRENCY say how much it is asked.`,
  )

/** Whether what does not speak HTTP speaks TLS instead. */
const speaksTls = ({ tenant }: Inquiry): Promise<boolean> =>
  shakeHands(tenant).then(
    () => true,
    () => false,
  )

const transmit = async (inquiry: Inquiry, request: Request): Promise<Received> => {
  const { tenant, connection } = inquiry
  try {
    return await connection.transmit(outgoing(request))
  } catch (error) {
    if (tenant.tls || !(await speaksTls(inquiry))) throw roadProblem(tenant, error)
    throw new PreflightProblem(
      'TENANT_BASE_URL',
      `${tenant.baseUrl} does not speak HTTP but TLS. Begin TENANT_BASE_URL with https://.`,
    )
  }
}

/**
 * Asks once, and once more where the tenant is busy for a moment.
 * @throws PreflightProblem
 */
export const ask = async (inquiry: Inquiry, request: Request): Promise<Received> => {
  for (let attempt = 1; ; attempt++) {
    const received = await transmit(inquiry, request)
    if (received.status !== 429 && received.status !== 503) return received
    const wait = secondsToWait(headerOf(received, 'retry-after'))
    inquiry.connection.pace?.rest(wait)
    if (attempt > 1 || wait > longestWait) throw busy(inquiry, received, wait)
    await pause(wait * 1000)
  }
}
