import type { Exchange } from '../exchange'
import { denied } from '../route'
import type { Wire } from '../wire'

/** A tenant that is too busy says so before anything happens, and when to come back (seconds). */
export const capacity = ({ tenant, laws }: Exchange): Wire | undefined => {
  tenant.store.requests += 1
  if (!laws.http.isBusy(tenant.store.requests)) return undefined
  return denied(503, [{ code: 'server.busy', message: 'The server is busy.' }], { 'retry-after': '1' })
}
