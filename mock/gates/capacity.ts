import type { Exchange } from '../exchange'
import { pause } from '../pause'
import { denied } from '../route'
import type { Wire } from '../wire'

const later = { 'retry-after': '1' }

const isTooFast = ({ tenant, laws }: Exchange): boolean => {
  const { pace } = tenant.store
  const second = Math.floor(tenant.clock.now(''))
  if (pace.second !== second) Object.assign(pace, { second, requests: 0 })
  pace.requests += 1
  return pace.requests > laws.capacity.mostPerSecond
}

/** A tenant that is too busy says so before anything happens, and when to come back (seconds). */
export const capacity = async (exchange: Exchange): Promise<Wire | undefined> => {
  const { tenant, laws } = exchange
  tenant.store.requests += 1
  if (laws.capacity.latency > 0) await pause(laws.capacity.latency)
  if (isTooFast(exchange)) return denied(429, [{ code: 'request.rate.exceeded', message: 'Too many requests.' }], later)
  if (!laws.http.isBusy(tenant.store.requests)) return undefined
  return denied(503, [{ code: 'server.busy', message: 'The server is busy.' }], later)
}
