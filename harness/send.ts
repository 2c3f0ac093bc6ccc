import type { Belongings } from './belongings'
import { checkUnderWay } from './check'
import type { Connection } from './connection'
import type { Exchange, Phase } from './exchange'
import { replyOf, type Received, type Reply } from './reply'
import { outgoing, type Outgoing, type Request } from './request'
import { transmitPatiently } from './retry-after'
import { learn } from './secret-book'
import { Trouble } from './trouble'

export type Send = (request: Request) => Promise<Reply>

const secretMembers = /^(access_token|refresh_token|id_token|secret|client_secret|secondary_secret)$/
const isLong = (value: unknown): value is string => typeof value === 'string' && value.length >= 8

const membersOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

const kindOf = (member: string) => member.replace('access_', '').replace('client_', '')

/** Whatever a reply hands out as a secret is one from now on. */
const learnFromReply = (reply: Reply): void => {
  for (const [member, value] of membersOf(reply.json()))
    if (secretMembers.test(member) && isLong(value))
      learn(value, kindOf(member), { from: 'reply', exchange: reply.exchange, member })
}

/** A secret sent along and accepted guards a client from now on, whoever invented it. */
const learnFromRequest = (request: Request, received: Received): void => {
  if (received.status < 200 || received.status > 299) return
  for (const [member, value] of membersOf(request.json))
    if (secretMembers.test(member) && isLong(value))
      learn(value, 'secret', {
        from: 'shell',
        expression: `"$(LC_ALL=C tr -dc 'A-Za-z2-9' </dev/urandom | head -c ${value.length})"`,
      })
}

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
  learnFromRequest(exchange.request, received)
  learnFromReply(reply)
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
    const exchange = begin(request, sent, phase)
    const done = belongings.watch(request)
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
