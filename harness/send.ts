import { admitted } from './admission'
import type { Belongings } from './belongings'
import { checkUnderWay } from './check'
import type { Connection } from './connection'
import type { Exchange, Phase } from './exchange'
import { learnFrom } from './learn-secrets'
import { replyOf, type Received, type Reply } from './reply'
import { outgoing, type Outgoing, type Request } from './request'
import { transmitPatiently } from './retry-after'
import { Trouble } from './trouble'

export type Send = (request: Request) => Promise<Reply>

let sequence = 0

/** Notes an exchange in the evidence of the check under way, before anything is sent. */
export const begin = (request: Request, sent: Outgoing, phase: Phase, wire?: string): Exchange => {
  const { exchanges } = checkUnderWay()
  const exchange: Exchange = {
    number: exchanges.length + 1,
    sequence: ++sequence,
    phase,
    request,
    sent,
    ...(wire !== undefined && { wire }),
  }
  exchanges.push(exchange)
  return exchange
}

/** Notes what came back and learns the secrets in it. */
export const complete = (exchange: Exchange, received: Received): Reply => {
  exchange.received = received
  const reply = replyOf(received, exchange)
  learnFrom(reply)
  return reply
}

/**
 * The only way to the tenant besides the probe: sends one request, notes the exchange, gives the reply.
 * @throws Trouble where no reply can be had; the check is inconclusive then
 */
export const sender =
  (connection: Connection, belongings: Pick<Belongings, 'watch'>, phase: Phase): Send =>
  async request => {
    const sent = outgoing(request)
    // First: what the guard refuses was never an exchange.
    const done = await admitted(belongings, request)
    const exchange = begin(request, sent, phase)
    try {
      const received = await transmitPatiently(connection, sent)
      done(received)
      return complete(exchange, received)
    } catch (error) {
      done()
      if (!(error instanceof Trouble)) throw error
      exchange.trouble = error.message
      throw new Trouble(`${request.line}: ${error.message}`, { cause: error })
    }
  }
