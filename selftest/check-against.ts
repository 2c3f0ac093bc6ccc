import { belongingsOf } from '../harness/belongings'
import { endCheck, startCheck, Violation, type Check } from '../harness/check'
import { connectTo } from '../harness/connection'
import { actorsOf } from '../harness/given/actors'
import { clearAway, givenVerbs, type Given } from '../harness/given/given'
import { prober, type Probe } from '../harness/probe/probe'
import { learn } from '../harness/secret-book'
import { sender, type Send } from '../harness/send'
import { timeOf, type Time } from '../harness/time'
import type { Served } from '../mock/serve'
import { requirement, type RequirementId } from '../specs'
import { rememberedJournal, tenantAt } from './checks-at-hand'

interface Verbs {
  readonly given: Given
  readonly send: Send
  readonly probe: Probe
  readonly time: Time
}

/** Checks against one mock, one after the other, as a worker runs them but without the test runner. */
export const workerAt = ({ baseUrl, client, controlUrl }: Served) => {
  const tenant = tenantAt(baseUrl, {
    TENANT_CLIENT_ID: client.id,
    TENANT_CLIENT_SECRET: client.secret,
    CONFORMANCE_MOCK_CONTROL: controlUrl,
    CONFORMANCE_TARGET_KIND: 'mock',
  })
  learn(client.secret, 'secret', { from: 'environment', variable: 'TENANT_CLIENT_SECRET' })
  const connection = connectTo(baseUrl)
  const journal = rememberedJournal()
  const actors = actorsOf(tenant, journal, connection, 0)

  return {
    /**
     * Runs a check to its end, clearing away included.
     * @param judge what becomes of the finished check while it is still under way
     */
    async check<T>(id: RequirementId, body: (verbs: Verbs) => Promise<void>, judge: (check: Check) => T): Promise<T> {
      const check = startCheck(id, `${id} · ${requirement(id).rule}`)
      const belongings = belongingsOf(journal, client.id)
      const verbs: Verbs = {
        given: givenVerbs(tenant, actors, sender(connection, belongings, 'given'), () => {}, 0),
        send: sender(connection, belongings, 'act'),
        probe: prober(tenant, belongings),
        time: timeOf(tenant, () => {}),
      }
      try {
        await body(verbs).catch((error: unknown) => {
          if (!(error instanceof Violation)) throw error
        })
        await clearAway(belongings, actors, sender(connection, belongings, 'cleanup'))
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
