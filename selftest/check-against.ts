import { endCheck, startCheck, Violation, type Check } from '../harness/check'
import type { TestFixtures, WorkerFixtures } from '../harness/fixtures'
import { forAllOf } from '../harness/fuzz/for-all'
import { actorsOf } from '../harness/given/actors'
import { clearAway, givenVerbs } from '../harness/given/given'
import { speak } from '../harness/media-type'
import { preflight } from '../harness/preflight/preflight'
import { roadTo } from '../harness/road'
import { prober } from '../harness/probe/probe'
import { forAllSequencesOf } from '../harness/lifecycle/for-all-sequences'
import { learn } from '../harness/secret-book'
import { sender } from '../harness/send'
import { settlesWithin } from '../harness/settle'
import type { Tenant } from '../harness/tenant'
import { timeOf } from '../harness/time'
import type { Served } from '../mock/serve'
import { requirement, type RequirementId } from '../specs'
import { rememberedJournal, rememberedLedger, tenantAt } from './checks-at-hand'

/** What the body of a check may ask for: the fixtures of the harness. */
export type Verbs = Omit<TestFixtures, 'check' | 'belongings'> & Pick<WorkerFixtures, 'tenant'>

/** A precondition of a check is missing. */
export class Skipped extends Error {
  override name = 'Skipped'
}

const skip = (reason: string): never => {
  throw new Skipped(reason)
}

/** What a worker may be told besides settings. */
export interface WorkerOptions {
  /** How long a reply may take, in milliseconds. */
  readonly patience?: number
  /** Sees each check that has ended, however it did, while it is still under way. */
  readonly seen?: (check: Check) => void
}

/** Checks against one mock, one after the other, as a worker runs them but without the test runner. */
export const workerAt = (
  { baseUrl, client, controlUrl }: Pick<Served, 'baseUrl' | 'client' | 'controlUrl'>,
  settings: Readonly<Record<string, string>> = {},
  { patience, seen }: WorkerOptions = {},
) => {
  const configured = tenantAt(baseUrl, {
    TENANT_CLIENT_ID: client.id,
    TENANT_CLIENT_SECRET: client.secret,
    CONFORMANCE_MOCK_CONTROL: controlUrl,
    CONFORMANCE_TARGET_KIND: 'mock',
    ...settings,
  })
  const tenant: Tenant = { ...configured, ...(patience !== undefined && { patience }) }
  learn(client.secret, 'secret', { from: 'environment', variable: 'TENANT_CLIENT_SECRET' })
  const connection = roadTo(tenant)
  const journal = rememberedJournal()
  const ledger = rememberedLedger(tenant, journal)
  const actors = actorsOf(tenant, ledger.another(), connection, 0)

  return {
    /** What was created and removed, a sentence each. */
    events: journal.events,
    /** Does what the preflight of a run does for the workers; what it complains about is left to the checks. */
    async prepare(): Promise<void> {
      const facts = await preflight(tenant).catch(() => undefined)
      speak(facts?.generation ?? 'application/json')
    },
    /**
     * Runs a check to its end, clearing away included.
     * @param judge what becomes of the finished check while it is still under way
     */
    async check<T>(id: RequirementId, body: (verbs: Verbs) => Promise<void>, judge: (check: Check) => T): Promise<T> {
      const check = startCheck(id, `${id} · ${requirement(id).rule}`)
      const belongings = ledger.another()
      const send = sender(connection, belongings, 'act')
      const verbs: Verbs = {
        tenant,
        given: givenVerbs(tenant, actors, sender(connection, belongings, 'given'), skip, 0),
        send,
        probe: prober(tenant, belongings),
        time: timeOf(tenant, () => {}),
        settles: settlesWithin(tenant),
        forAll: forAllOf({ tenant, belongings, send }),
        forAllSequences: forAllSequencesOf({ tenant, belongings, send }),
      }
      try {
        const [error] = await Promise.allSettled([body(verbs)])
        await clearAway(belongings, actors, sender(connection, belongings, 'cleanup'))
        seen?.(check)
        if (error.status === 'rejected' && !(error.reason instanceof Violation)) throw error.reason
        return judge(check)
      } finally {
        endCheck()
      }
    },
    /** Ends the worker: its actors go, its connections close. */
    async end(): Promise<void> {
      await actors.retire()
      await connection.close()
    },
  }
}
