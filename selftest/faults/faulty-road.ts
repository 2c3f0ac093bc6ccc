import type { Served } from '../../mock/serve'
import type { Pem } from '../local-servers'
import type { Chance } from './chance'
import type { Fault } from './fault'
import type { Hits } from './positions'

/** A tenant behind a road that is not what it should be. */
export interface FaultyRoad {
  readonly baseUrl: string
  /** Secrets that went by. */
  readonly secrets: ReadonlySet<string>
  /** Requests that went by, and those that met the fault. */
  readonly count: () => { readonly requests: number; readonly hits: number }
  /** The next request is the first of the checks. */
  readonly checksBegin: () => void
  /** From now on nothing happens to anybody any more. */
  readonly mend: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface RoadOptions {
  readonly served: Served
  readonly fault: Fault
  readonly hits: Hits
  readonly chance: Chance
  readonly elsewhere: string
  readonly tls?: Pem | undefined
}
