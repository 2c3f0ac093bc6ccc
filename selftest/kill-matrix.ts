import { checkRecord, type CheckRecord } from '../harness/check-record'
import { outcomeOf } from '../harness/outcome'
import { codeOf, Trouble } from '../harness/trouble'
import { defects } from '../mock/defects'
import { createKeys, type Keys } from '../mock/keys'
import { serve, type Served } from '../mock/serve'
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

/** Tenants that have to listen where tenants usually do. */
const usualPorts: Readonly<Record<string, number>> = { 'default-port-refused': 80 }

/** Starts a tenant of the matrix; `undefined` where this machine does not let it have its port. */
const start = async ({ name }: Faulty, keys: Keys): Promise<Served | undefined> => {
  const port = usualPorts[name]
  const options = { client, keys, ...(withoutFault.test(name) ? {} : { defect: name }) }
  if (port === undefined) return serve(options)
  return serve({ ...options, port }).catch((error: unknown) => {
    if (['EACCES', 'EADDRINUSE'].includes(codeOf(error) ?? '')) return undefined
    throw error
  })
}

type Worker = ReturnType<typeof workerAt>

const recordsOf = async (worker: Worker, checks: readonly GatheredCheck[]): Promise<readonly CheckRecord[]> => {
  const records: CheckRecord[] = []
  for (const check of checks) records.push(await recordOf(worker, check))
  return records
}

const isNoticed = (records: readonly CheckRecord[]) =>
  records.some(({ status }) => status === 'fail' || status === 'warn')

/** Generated bodies and sequences cost most and say least about a certain defect: they are asked where nothing else notices it. */
const isGenerated = ({ tags }: GatheredCheck) => tags.includes('@fuzz')

/** The records of the checks that have to notice a defect. */
const listedRecords = async (worker: Worker, { caughtBy }: Faulty, checks: readonly GatheredCheck[]) => {
  const records: CheckRecord[] = []
  for (const id of caughtBy) {
    const own = checks.filter(({ requirement }) => requirement === id)
    const written = await recordsOf(
      worker,
      own.filter(check => !isGenerated(check)),
    )
    records.push(...written)
    if (!isNoticed(written)) records.push(...(await recordsOf(worker, own.filter(isGenerated))))
  }
  return records
}

/**
 * Lets the checks that have to notice a defect loose on a tenant that has it.
 * @param checks all there are
 * @param all every check is asked, so that it shows who else notices a defect
 */
export const scoreOf = async (
  tenant: Faulty,
  checks: readonly GatheredCheck[],
  keys: Keys,
  all = false,
): Promise<Score> => {
  const served = await start(tenant, keys)
  if (!served) return { ...score(tenant, []), fate: 'waiting', said: ['its port is not to be had on this machine'] }
  const worker = workerAt(served, all ? { FUZZ_RUNS: '4' } : {})
  await worker.prepare()
  const records = all ? await recordsOf(worker, checks) : await listedRecords(worker, tenant, checks)
  await worker.end()
  await served.close()
  return score(tenant, records)
}

/** The scores of many tenants, one after the other in this process. */
export const matrixOf = async (
  tenants: readonly Faulty[],
  checks: readonly GatheredCheck[],
): Promise<readonly Score[]> => {
  const keys = createKeys()
  const scores: Score[] = []
  for (const tenant of tenants) scores.push(await scoreOf(tenant, checks, keys))
  return scores
}
