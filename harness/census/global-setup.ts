import { configurationOf } from '../configuration'
import { announceInterruption } from '../interruption'
import { journalOf } from '../journal'
import { handOver } from '../secret-scan/hand-over'
import { tenantOf } from '../tenant'
import { countAfter } from './census'

/**
 * Playwright's global setup, after the one that starts the mock: says in the journal that the run is under way. When it
 * is over, what is left of it is removed and counted.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  const configuration = configurationOf(process.env)
  if (!configuration.baseUrl) return undefined
  const tenant = tenantOf(configuration)
  const over = announceInterruption(tenant)
  if (!tenant.writes) return () => Promise.resolve(over())
  const journal = journalOf(tenant)
  return async () => {
    await countAfter(tenant).finally(() => handOver(tenant))
    journal.close()
    over()
  }
}
