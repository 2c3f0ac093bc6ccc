import type { Phase } from '../exchange'
import type { Reply } from '../reply'
import { outgoing, type Request } from '../request'
import { begin, complete } from '../send'
import { admitted } from '../admission'
import type { Belongings } from '../belongings'
import type { Tenant } from '../tenant'
import { atPace } from '../pace/pace'
import { paceOf } from '../pace/pace-of'
import { isRepeatableAfter, patiently } from '../retry-after'
import { Trouble, inWords } from '../trouble'
import { believable, controlOf } from './believable'
import { NoReply, received } from './parse'
import { converse } from './socket'

/** A request as no well-behaved client sends it. */
export interface WireRequest extends Request {
  /** Values of the `Host` lines, one line each; an empty list sends none. Without it: the tenant's own host. */
  readonly host?: string | readonly string[]
  /** The request target as it stands on the wire; without it, the path of `line`. */
  readonly target?: string
  readonly version?: 'HTTP/1.1' | 'HTTP/1.0'
  /** Milliseconds to listen before an open, mute connection counts as stalled. */
  readonly patience?: number
}

export type Probe = (request: WireRequest) => Promise<Reply>

/** The bytes of a request, `Host` and framing as asked for; the connection ends after the reply. */
export const wireOf = (request: WireRequest, tenant: Tenant): Buffer => {
  const { method, target, headers, body } = outgoing(request)
  const hosts = request.host === undefined ? [tenant.authority] : [request.host].flat()
  const lines = [
    `${method} ${request.target ?? target} ${request.version ?? 'HTTP/1.1'}`,
    ...hosts.map(host => `Host: ${host}`),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body ? [`Content-Length: ${body.length}`] : []),
    'Connection: close',
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body ?? Buffer.alloc(0)])
}

/**
 * Sends a request byte by byte over a connection of its own and reports what came, silence included.
 * @throws Trouble where no connection could be made or what came is no HTTP
 */
export const prober =
  (tenant: Tenant, belongings: Belongings, phase: Phase = 'act'): Probe =>
  async request => {
    const wire = wireOf(request, tenant)
    const sent = outgoing(request)
    const done = await admitted(belongings, request)
    const exchange = begin(request, sent, phase, wire.toString('latin1'))
    const pace = paceOf(tenant)
    try {
      const converseAtPace = atPace(pace, converse)
      const patience = request.patience ?? tenant.patience ?? 10_000
      const write = async (bytes: Buffer, method: string) =>
        received(await converseAtPace(tenant, bytes, patience), method)
      const ask = () => patiently(sent.method, () => write(wire, sent.method), pace)
      const first = await ask()
      const heard = await believable(first, request, tenant, {
        ask,
        isRepeatable: isRepeatableAfter(first, sent),
        control: () => write(wireOf(controlOf(request), tenant), 'GET'),
      })
      done(heard)
      return complete(exchange, heard)
    } catch (error) {
      done()
      exchange.trouble = error instanceof NoReply || error instanceof Trouble ? error.message : inWords(error)
      throw new Trouble(`${request.line}: ${exchange.trouble}`, { cause: error })
    }
  }
