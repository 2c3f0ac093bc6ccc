import type { Belongings } from './belongings'
import type { Check } from './check'
import type { Connection } from './connection'
import type { ForAll } from './fuzz/for-all'
import type { Actors } from './given/actors'
import type { Given } from './given/given'
import type { ForAllSequences } from './lifecycle/for-all-sequences'
import type { Probe } from './probe/probe'
import type { Send } from './send'
import type { Settles } from './settle'
import type { Tenant } from './tenant'
import type { Time } from './time'

/** What a worker sets up once. */
export interface WorkerFixtures {
  /** Which tenant: settings that replace those of the environment. */
  target: Readonly<Record<string, string>>
  tenant: Tenant
  connection: Connection
  /** Whatever is made is written there, and nothing else is touched. */
  ledger: Belongings
  actors: Actors
}

/** What a check may ask for. */
export interface TestFixtures {
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
  /** Performs many sequences of commands and shows the shortest that fails. */
  forAllSequences: ForAllSequences
  /** Lets time pass for one client. */
  time: Time
  /** Asks again until a change shows. */
  settles: Settles
}
