import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endCheck, startCheck } from '../../harness/check'
import { nearMissClients, validClients, type Registration } from '../../harness/fuzz/client-cases'
import { echoFault } from '../../harness/fuzz/echo'
import { openLanes, type Lane } from '../../harness/fuzz/lanes'
import type { NearMiss } from '../../harness/fuzz/near-miss'
import { refusalFault } from '../../harness/fuzz/refusal'
import { scan, type Found, type Judge } from '../../harness/fuzz/scan'
import { firstCases } from '../../harness/fuzz/shrink'
import { ledgerOf } from '../../harness/ledger'
import { createClient, readClient } from '../../harness/requests'
import type { Tenant } from '../../harness/tenant'

/** Cases of one scan, as a check has them on the mock. */
const count = 200
const patience = 60_000

/** Requests that were sent, and the time they took. */
export interface Rate {
  readonly requests: number
  readonly milliseconds: number
}

type Scan = (seed: number, lanes: readonly Lane[]) => Promise<Found | undefined>

/** Both kinds of scans as the checks do them: bodies are made, sent, read back, judged, and removed. */
const scansWith = (token: string): readonly Scan[] => {
  const echoes: Judge<{ readonly body: Registration }> = async ({ body }, ask) => {
    const created = await ask(createClient(token, body))
    const read = await ask(readClient(token, body.client_id))
    return echoFault(body, created) ?? echoFault(body, read)
  }
  const refuses: Judge<NearMiss> = async (miss, ask) =>
    refusalFault(miss, await ask(createClient(token, miss.body)), token, ask)
  return [
    (seed, lanes) => scan(firstCases(validClients(`cfh-bench-${seed}`), seed, count), lanes, echoes, patience),
    (seed, lanes) => scan(firstCases(nearMissClients(`cfh-bench-${seed}`), seed, count), lanes, refuses, patience),
  ]
}

/**
 * How fast the harness fuzzes: scans of valid bodies and of near misses in turn, everything included that a check does.
 * @param concurrency cases under way at once
 * @param milliseconds how long to measure, after a warm-up of half of it
 */
export const fuzzRate = async (
  tenant: Tenant,
  token: string,
  concurrency: number,
  milliseconds: number,
): Promise<Rate> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const check = startCheck('CLI-001', 'bench')
  const { belongings } = ledgerOf({ ...tenant, resultsDir: folder, run: 'bench' })
  const scans = scansWith(token)
  let seed = 0

  const during = async (span: number): Promise<Rate> => {
    const [begun, before] = [performance.now(), check.uncounted]
    while (performance.now() - begun < span)
      for (const each of scans) {
        const lanes = openLanes(tenant, belongings, concurrency)
        const found = await each(++seed, lanes)
        await Promise.all(lanes.map(lane => lane.close()))
        if (found) throw new Error(`the mock fails: ${found.finding.expected}, but ${found.finding.received}`)
      }
    return { requests: check.uncounted - before, milliseconds: performance.now() - begun }
  }

  try {
    await during(milliseconds / 2)
    return await during(milliseconds)
  } finally {
    endCheck()
    rmSync(folder, { recursive: true, force: true })
  }
}
