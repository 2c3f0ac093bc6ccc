import { _baseTest as base, type TestInfo } from '@playwright/test'
import { requirement, type RequirementId } from '../specs'
import { belongingsOf, type Belongings } from './belongings'
import { endCheck, oddity, startCheck, type Check } from './check'
import { requirementAnnotation } from './check-record'
import { configurationOf } from './configuration'
import { connectTo, type Connection } from './connection'
import { forAllOf, type ForAll } from './fuzz/for-all'
import { actorsOf, type Actors } from './given/actors'
import { clearAway, givenVerbs, type Given } from './given/given'
import { journalOf, type Journal } from './journal'
import { speak } from './media-type'
import { readFacts } from './preflight/facts'
import { prober, type Probe } from './probe/probe'
import { report } from './report'
import { learn } from './secret-book'
import { sender, type Send } from './send'
import { settlesWithin, type Settles } from './settle'
import { tenantOf, type Tenant } from './tenant'
import { timeOf, type Time } from './time'

interface WorkerFixtures {
  /** Which tenant: settings that replace those of the environment. */
  target: Readonly<Record<string, string>>
  tenant: Tenant
  connection: Connection
  journal: Journal
  actors: Actors
}

interface TestFixtures {
  check: Check
  belongings: Belongings
  /** Sends one request and gives the reply; the exchange is in the evidence. */
  send: Send
  /** Sends what no well-behaved client sends, byte by byte. */
  probe: Probe
  /** Setup as verbs. */
  given: Given
  /** Judges many generated cases and shows the smallest that fails. */
  forAll: ForAll
  /** Lets time pass for one client. */
  time: Time
  /** Asks again until a change shows. */
  settles: Settles
}

const idOf = (info: TestInfo): RequirementId | undefined =>
  info.annotations.find(({ type }) => type === requirementAnnotation)?.description as RequirementId | undefined

const changes = new Set(['clients', 'directories', 'sessions'])

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
    },
    { scope: 'worker', box: 'self' },
  ],

  connection: [
    async ({ tenant }, use) => {
      const connection = connectTo(tenant.baseUrl, { caFile: tenant.caFile })
      await use(connection)
      await connection.close()
    },
    { scope: 'worker', box: 'self' },
  ],

  journal: [async ({ tenant }, use) => use(journalOf(tenant.resultsDir, tenant.run)), { scope: 'worker', box: 'self' }],

  actors: [
    async ({ tenant, connection, journal }, use, info) => {
      const actors = actorsOf(tenant, journal, connection, info.workerIndex)
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
      info.skip(!tenant.writes && changes.has(requirement(id).leaves), 'changes the tenant: set TENANT_WRITES=allow')
      await use(check)
      report(check, info)
      endCheck()
    },
    { auto: true, box: 'self' },
  ],

  belongings: [
    async ({ check, journal, actors, connection, tenant }, use) => {
      const belongings = belongingsOf(journal, tenant.client.id)
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

  forAll: [
    async ({ tenant, journal, belongings, send }, use) => use(forAllOf({ tenant, journal, belongings, send })),
    quiet,
  ],

  time: [
    async ({ tenant }, use, info) => use(timeOf(tenant, milliseconds => info.setTimeout(info.timeout + milliseconds))),
    quiet,
  ],
  settles: [async ({ tenant }, use) => use(settlesWithin(tenant)), quiet],
})
