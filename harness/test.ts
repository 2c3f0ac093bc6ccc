import { _baseTest as base, type TestInfo } from '@playwright/test'
import type { RequirementId } from '../specs'
import { countBefore } from './census/census'
import { endCheck, oddity, startCheck } from './check'
import { requirementAnnotation } from './check-record'
import { configurationOf } from './configuration'
import type { TestFixtures, WorkerFixtures } from './fixtures'
import { forAllOf } from './fuzz/for-all'
import { actorsOf } from './given/actors'
import { clearAway, givenVerbs } from './given/given'
import { isInterrupted } from './interruption'
import { ledgerOf } from './ledger'
import { reasonToLeaveAlone } from './left-alone'
import { forAllSequencesOf } from './lifecycle/for-all-sequences'
import { speak } from './media-type'
import { whileWaiting } from './pace/waiting'
import { readFacts } from './preflight/facts'
import { prober } from './probe/probe'
import { report } from './report'
import { roadTo } from './road'
import { handOver } from './secret-scan/hand-over'
import { learn } from './secret-book'
import { sender } from './send'
import { settlesWithin } from './settle'
import { tenantOf } from './tenant'
import { timeOf } from './time'

const idOf = (info: TestInfo): RequirementId | undefined =>
  info.annotations.find(({ type }) => type === requirementAnnotation)?.description as RequirementId | undefined

/** Fixtures are no steps of a report: Playwright would take a stack trace for each, a third of a run's time. */
const quiet = { box: 'self' } as const

/**
 * The test function of all suites: Playwright's, with the tenant, its actors and the evidence. Without the fixtures for
 * browsers: no check opens one, and setting them up costs more than most checks do.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  target: [{}, { scope: 'worker', option: true }],

  tenant: [
    async ({ target }, use) => {
      const tenant = tenantOf(configurationOf({ ...process.env, ...target }))
      learn(tenant.client.secret, 'secret', { from: 'environment', variable: 'TENANT_CLIENT_SECRET' })
      speak(readFacts(tenant)?.generation ?? 'application/json')
      await use(tenant)
      handOver(tenant)
    },
    { scope: 'worker', box: 'self' },
  ],

  connection: [
    async ({ tenant }, use) => {
      const connection = roadTo(tenant)
      await use(connection)
      await connection.close()
    },
    { scope: 'worker', box: 'self' },
  ],

  ledger: [
    async ({ tenant }, use) => {
      await countBefore(tenant)
      const { belongings, close } = ledgerOf(tenant)
      await use(belongings)
      close()
    },
    { scope: 'worker', box: 'self' },
  ],

  actors: [
    async ({ tenant, connection, ledger }, use, info) => {
      const actors = actorsOf(tenant, ledger.another(), connection, info.workerIndex)
      await use(actors)
      await actors.retire()
    },
    { scope: 'worker', box: 'self' },
  ],

  check: [
    async ({ tenant }, use, info) => {
      const id = idOf(info)
      if (id === undefined) throw new Error('A check needs a requirement: write test(...verifies(id), body).')
      const check = startCheck(id, info.title)
      whileWaiting(milliseconds => info.setTimeout(info.timeout + milliseconds))
      const reason = isInterrupted(tenant) ? 'the run was interrupted' : reasonToLeaveAlone(tenant, id)
      // Only where it is to be skipped: the runner takes a stack trace at each call.
      if (reason !== undefined) info.skip(true, reason)
      await use(check)
      handOver(tenant)
      report(check, info)
      whileWaiting(undefined)
      endCheck()
    },
    { auto: true, box: 'self' },
  ],

  belongings: [
    async ({ check, ledger, actors, connection }, use) => {
      const belongings = ledger.another()
      await use(belongings)
      const left = await clearAway(belongings, actors, sender(connection, belongings, 'cleanup'))
      if (left.length > 0) oddity(`left behind by ${check.requirement}: ${left.join(', ')}`)
    },
    quiet,
  ],

  send: [async ({ belongings, connection }, use) => use(sender(connection, belongings, 'act')), quiet],
  probe: [async ({ belongings, tenant }, use) => use(prober(tenant, belongings)), quiet],

  given: [
    async ({ belongings, connection, tenant, actors }, use, info) => {
      const send = sender(connection, belongings, 'given')
      await use(givenVerbs(tenant, actors, send, reason => info.skip(true, reason), info.workerIndex))
    },
    quiet,
  ],

  forAll: [async ({ tenant, belongings, send }, use) => use(forAllOf({ tenant, belongings, send })), quiet],

  forAllSequences: [
    async ({ tenant, belongings, send }, use, info) =>
      use(forAllSequencesOf({ tenant, belongings, send }, more => info.setTimeout(info.timeout + more))),
    quiet,
  ],

  time: [
    async ({ tenant }, use, info) => use(timeOf(tenant, milliseconds => info.setTimeout(info.timeout + milliseconds))),
    quiet,
  ],
  settles: [async ({ tenant }, use) => use(settlesWithin(tenant)), quiet],
})
