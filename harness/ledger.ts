import { belongingsOf, type Belongings } from './belongings'
import { guardOf } from './guard/guard'
import { goOn } from './interruption'
import { journalOf } from './journal'
import { objectsIn } from './journal-tail'
import { requestCount } from './request-count'
import type { Tenant } from './tenant'

/**
 * What a worker makes, held by one guard and written to the journal of the run.
 * @returns `close` says in the journal that this process writes no more
 */
export const ledgerOf = (tenant: Tenant): { readonly belongings: Belongings; readonly close: () => void } => {
  const { resultsDir, run, maxObjects, maxRequests } = tenant
  const journal = journalOf(tenant)
  const guard = guardOf(tenant, {
    ...(maxObjects !== undefined && { objects: objectsIn(resultsDir, run) }),
    // The mock answers at once: there no check goes on for long.
    ...(tenant.kind === 'tenant' && { goOn: () => goOn(tenant) }),
    ...(maxRequests !== undefined && { request: requestCount(tenant) }),
  })
  return { belongings: belongingsOf(journal, guard), close: journal.close }
}
