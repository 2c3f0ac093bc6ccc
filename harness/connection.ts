import { isUtf8 } from 'node:buffer'
import { Agent } from 'undici'
import { connectorOf } from './connector'
import { decoded } from './decoded'
import { atPace, type Pace } from './pace/pace'
import type { Proxy } from './proxy'
import { readAll, unannounced } from './read-all'
import type { Outgoing } from './request'
import type { Received } from './reply'

export interface Options {
  /** PEM file of an authority to trust besides the usual ones. */
  readonly caFile?: string | undefined
  readonly proxy?: Proxy | undefined
  /** Every request waits for its ticket. */
  readonly pace?: Pace | undefined
  readonly connections?: number
  /** How long a reply may take to begin, or to go on, in milliseconds; all of it may take twice as long. */
  readonly patience?: number
}

export interface Connection {
  /** Sends exactly the given headers and bytes. Redirects are not followed. Throws what the transport throws. */
  transmit(request: Outgoing): Promise<Received>
  close(): Promise<void>
  /** Origin of the tenant. */
  readonly origin?: string
  /** Whom to tell where the tenant asks for quiet. */
  readonly pace?: Pace | undefined
}

/** Headers come as a list in which names and values alternate. */
const linesOf = (headers: readonly string[]): readonly (readonly [name: string, value: string])[] =>
  headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as const] : []))

/** Remembers which answers to the same request asked to wait, and tells them with the next one. */
const waitingRoom = () => {
  const seen = new WeakMap<Outgoing, readonly number[]>()
  return (request: Outgoing, status: number): readonly number[] => {
    const before = seen.get(request) ?? []
    if (status === 429 || status === 503) seen.set(request, [...before, status])
    return before
  }
}

/**
 * Opens connections to a tenant: kept alive, at most `connections` at once.
 * @param baseUrl origin of the tenant
 */
export const connectTo = (baseUrl: string, options: Options = {}): Connection => {
  const patience = options.patience ?? 20_000
  const agent = new Agent({
    connections: options.connections ?? 32,
    headersTimeout: patience,
    bodyTimeout: patience,
    connect: connectorOf(options, Math.min(patience, 10_000)),
  })
  const waited = waitingRoom()
  const hasMore = unannounced(agent)
  return {
    origin: baseUrl,
    pace: options.pace,
    transmit: atPace(options.pace, async request => {
      const begun = performance.now()
      const { method, target, headers, body } = request
      const informed: number[] = []
      const response = await agent.request({
        origin: baseUrl,
        path: target,
        method,
        headers: headers.flat(),
        body: body ?? null,
        responseHeaders: 'raw',
        onInfo: ({ statusCode }) => void informed.push(statusCode),
      })
      const raw = await readAll(response.body as AsyncIterable<Buffer>, begun + 2 * patience)
      // Raw headers are a list, whatever their type says.
      const lines = linesOf(response.headers as unknown as readonly string[])
      const lowered = lines.map(([name, value]) => [name.toLowerCase(), value] as const)
      const bytes = decoded(raw, lowered)
      await hasMore(begun, bytes)
      return {
        status: response.statusCode,
        headers: lowered,
        ...(!isUtf8(bytes) && { isGarbled: true as const }),
        way: { names: lines.map(([name]) => name), informed, waited: waited(request, response.statusCode) },
        text: bytes.toString('utf8'),
        size: raw.length,
        milliseconds: Math.round(performance.now() - begun),
      }
    }),
    close: () => agent.destroy(),
  }
}
