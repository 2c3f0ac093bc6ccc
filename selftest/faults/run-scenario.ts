import { setTimeout as pause } from 'node:timers/promises'
import type { Check } from '../../harness/check'
import type { CheckRecord } from '../../harness/check-record'
import { evidenceOf } from '../../harness/evidence'
import { scriptOf } from '../../harness/replay/script'
import type { Keys } from '../../mock/keys'
import { serve } from '../../mock/serve'
import { workerAt } from '../check-against'
import { clientsOf } from '../clients-of'
import type { GatheredCheck } from '../gathering'
import { recordOf } from '../kill-matrix'
import { serveWeb } from '../local-servers'
import type { Wallet } from './certificates'
import { chanceOf } from './chance'
import type { Fault } from './fault'
import { faultyRoad } from './fault-proxy'
import { accountFaults, falseAccusations, harmless, leaks, surprises, type Observed } from './judgements'
import { positions } from './positions'
import { faults, type Scenario } from './scenarios'

/** What became of a scenario. */
export interface Outcome {
  readonly scenario: Scenario
  readonly records: readonly CheckRecord[]
  readonly requests: number
  readonly hits: number
  readonly seconds: number
  /** What is wrong, a sentence each; nothing where all is well. */
  readonly wrong: readonly string[]
}

const client = { id: 'bootstrap', secret: 'secret-of-a-tenant-that-lives-for-seconds' }

/** Milliseconds that a reply may take: long enough on a busy machine where every check is to get to its end. */
const patienceFor = ({ kind }: Scenario) => (harmless.has(kind) ? 8_000 : 600)

/** Longer than any scenario needs. */
const longest = 40_000

const settings = { TENANT_WRITES: 'allow', FUZZ_RUNS: '4', FUZZ_SEED: '7' }

const noFault: Fault = async way => way.answer(await way.ask())

/** Lets the checks loose on a good tenant behind a road with one kind of trouble, and says what is wrong then. */
export const runScenario = async (
  scenario: Scenario,
  checks: readonly GatheredCheck[],
  { papers, caFile }: Wallet,
  keys: Keys,
): Promise<Outcome> => {
  const begun = performance.now()
  const chance = chanceOf(scenario.name, scenario.seed)
  const told: string[] = []
  const [served, elsewhere] = await Promise.all([
    serve({ client, keys }),
    serveWeb(({ method, url }, response) => {
      told.push(`${method} ${url}`)
      response.end()
    }),
  ])
  const road = await faultyRoad({
    served,
    fault: faults[scenario.kind] ?? noFault,
    hits: positions[scenario.position](chance),
    chance,
    elsewhere: `http://127.0.0.1:${elsewhere.port}`,
    tls: scenario.tls ? papers[scenario.papers] : undefined,
  })
  const texts: string[] = []
  const seen = (check: Check) =>
    void texts.push(evidenceOf(check.exchanges), scriptOf(check), JSON.stringify(check.notes))
  const worker = workerAt(
    { ...served, baseUrl: road.baseUrl },
    { ...settings, ...(scenario.tls && { TENANT_CA_FILE: caFile }) },
    { patience: patienceFor(scenario), seen },
  )
  const records: CheckRecord[] = []
  const all = async () => {
    await worker.prepare()
    road.checksBegin()
    for (const check of checks) records.push(await recordOf(worker, check))
    if (scenario.recovers) await road.mend()
    await worker.end()
    return 'ended' as const
  }
  const end = await Promise.race([all(), pause(longest, 'hung' as const, { ref: false })])
  const { requests, hits } = road.count()
  const observed: Observed = {
    scenario, records, requests, hits, told,
    texts: [...texts, JSON.stringify(records)],
    secrets: road.secrets,
    events: worker.events,
    left: (await clientsOf(served)).filter(id => id !== client.id),
  } // prettier-ignore
  await Promise.all([road.close(), served.close(), elsewhere.close()])
  return {
    scenario,
    records,
    requests,
    hits,
    seconds: (performance.now() - begun) / 1000,
    wrong: [
      ...(end === 'hung' ? [`it did not end within ${longest / 1000} s, after ${records.length} checks`] : []),
      ...[falseAccusations, accountFaults, leaks, surprises].flatMap(judge => judge(observed)),
    ],
  }
}
