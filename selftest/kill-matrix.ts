import { checkRecord, type CheckRecord } from '../harness/check-record'
import { outcomeOf } from '../harness/outcome'
import { Trouble } from '../harness/trouble'
import { defects } from '../mock/defects'
import { createKeys } from '../mock/keys'
import { serve } from '../mock/serve'
import { Skipped, workerAt } from './check-against'
import type { GatheredCheck } from './gathering'
import { score, type Score } from './kill-score'

/** One tenant of the matrix: its fault, and the requirements whose checks have to notice it. */
export interface Faulty {
  readonly name: string
  readonly story: string
  readonly caughtBy: readonly string[]
}

/** A tenant without a fault under this name shows that the matrix notices checks which notice nothing: `nothing@TOK-005`. */
const withoutFault = /^nothing@([A-Z0-9]+-\d+)$/

/**
 * The tenants of a matrix.
 * @param names of defects; all where there are none
 * @throws Error for a name that is none
 */
export const faulty = (names: readonly string[] = []): readonly Faulty[] =>
  (names.length === 0 ? Object.keys(defects) : names).map(name => {
    const [, id] = withoutFault.exec(name) ?? []
    if (id !== undefined) return { name, story: 'nothing is wrong', caughtBy: [id] }
    const defect = defects[name]
    if (!defect) throw new Error(`there is no defect "${name}": see mock/defects, or npm run test:defects for all`)
    return { name, story: defect.story, caughtBy: defect.caughtBy }
  })

const client = { id: 'bootstrap', secret: 'secret-of-a-tenant-that-lives-for-seconds' }
const ended = { isTrouble: false, isSkipped: false }

/** What one check says about the tenant behind a worker. */
export const recordOf = async (
  worker: ReturnType<typeof workerAt>,
  { requirement, body }: GatheredCheck,
): Promise<CheckRecord> => {
  try {
    return await worker.check(requirement, body, check => outcomeOf(check, ended))
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const isOurs = !(error instanceof Skipped || error instanceof Trouble)
    return checkRecord(requirement, error instanceof Skipped ? 'skipped' : 'inconclusive', {
      message: isOurs ? `fault of the harness: ${message}` : message,
    })
  }
}

/**
 * Lets the checks that have to notice a defect loose on a tenant that has it.
 * @param checks all there are; generated cases are left out where other checks of the same requirement exist
 */
export const matrixOf = async (
  tenants: readonly Faulty[],
  checks: readonly GatheredCheck[],
): Promise<readonly Score[]> => {
  const keys = createKeys()
  const scores: Score[] = []
  for (const tenant of tenants) {
    const served = await serve({ client, keys, ...(withoutFault.test(tenant.name) ? {} : { defect: tenant.name }) })
    const worker = workerAt(served)
    await worker.prepare()
    const listed = checks.filter(({ requirement }) => tenant.caughtBy.includes(requirement))
    const written = listed.filter(({ tags }) => !tags.includes('@fuzz'))
    const records: CheckRecord[] = []
    for (const check of written.length > 0 ? written : listed) records.push(await recordOf(worker, check))
    await worker.end()
    await served.close()
    scores.push(score(tenant, records))
  }
  return scores
}
