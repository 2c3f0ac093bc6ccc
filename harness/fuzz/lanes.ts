import { admitted } from '../admission'
import type { Belongings } from '../belongings'
import { checkUnderWay } from '../check'
import type { Exchange } from '../exchange'
import { replyOf } from '../reply'
import { deleteClient } from '../requests'
import { outgoing, type Request } from '../request'
import { transmitPatiently } from '../retry-after'
import { roadTo } from '../road'
import type { Send } from '../send'
import type { Tenant } from '../tenant'
import { count } from '../traffic/tally'
import { inWords, Trouble } from '../trouble'

/** One connection of its own, on which cases are asked one after the other. Requests are counted, not kept. */
export interface Lane {
  readonly ask: Send
  /** Removes what the last case made. */
  readonly clear: () => Promise<void>
  readonly close: () => Promise<void>
}

const unrecorded = (request: Request): Exchange => ({
  number: 0,
  sequence: 0,
  phase: 'act',
  request,
  sent: outgoing(request),
})

const laneTo = (tenant: Tenant, belongings: Belongings): Lane => {
  const connection = roadTo(tenant, { connections: 1 })
  const made = belongings.another()
  let bearer: string | undefined

  const ask: Send = async request => {
    const exchange = unrecorded(request)
    const done = await admitted(made, request)
    bearer = request.bearer ?? bearer
    const check = checkUnderWay()
    check.uncounted++
    try {
      const received = await transmitPatiently(connection, exchange.sent)
      done(received)
      count(check.uncountedTally, request.line, received)
      return replyOf(received, exchange)
    } catch (error) {
      done()
      count(check.uncountedTally, request.line, undefined)
      throw error instanceof Trouble ? error : new Trouble(inWords(error), { cause: error })
    }
  }

  return {
    ask,
    async clear() {
      for (const { remove } of made.left())
        await ask({ ...deleteClient(bearer, ''), line: remove }).catch(() => undefined)
    },
    async close() {
      made.left().forEach(belongings.adopt)
      await connection.close()
    },
  }
}

/**
 * Opens lanes to a tenant: as many cases are under way at once.
 * @param belongings of the check: takes over what a lane could not remove
 */
export const openLanes = (tenant: Tenant, belongings: Belongings, lanes: number): readonly [Lane, ...Lane[]] => {
  const open = () => laneTo(tenant, belongings)
  return [open(), ...Array.from({ length: lanes - 1 }, open)]
}
