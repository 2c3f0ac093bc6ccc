import type { CheckRecord } from '../harness/check-record'
import { createKeys } from '../mock/keys'
import { serve } from '../mock/serve'
import { workerAt } from './check-against'
import { gatherChecks } from './gathered-checks'
import { recordOf } from './kill-matrix'
import type { VariantJob } from './variant-plan'

// A process of selftest/variants.ts: asks one tenant after the other, as its parent tells it.

/** What a part of the suite found on one tenant. */
export interface VariantReport {
  readonly job: VariantJob
  readonly records: readonly (CheckRecord & { readonly title: string })[]
  readonly seconds: number
}

const client = { id: 'bootstrap', secret: 'secret-of-a-tenant-that-lives-for-seconds' }
const keys = createKeys()
const checks = gatherChecks()

/** A tenant that makes us wait is asked less, and given more time to show a change. */
const settingsFor = ({ part: [, parts] }: VariantJob): Readonly<Record<string, string>> =>
  parts === 1 ? { FUZZ_RUNS: '2' } : { FUZZ_RUNS: '1', TENANT_SETTLE_SECONDS: '3' }

const ask = async (job: VariantJob): Promise<VariantReport> => {
  const begun = performance.now()
  const served = await serve({ client, keys, variants: job.choices })
  const worker = workerAt(served, settingsFor(job))
  await worker.prepare()
  const [index, count] = job.part
  const records: VariantReport['records'][number][] = []
  for (const check of checks.filter((_, at) => at % count === index))
    records.push({ ...(await recordOf(worker, check)), title: check.title })
  await worker.end()
  await served.close()
  return { job, records, seconds: (performance.now() - begun) / 1000 }
}

process.on('message', (job: VariantJob) => void ask(job).then(report => process.send?.(report)))
process.send?.('ready')
