import { readFileSync } from 'node:fs'
import { Agent, type Dispatcher } from 'undici'
import type { Outgoing } from './request'
import type { Received } from './reply'

/** Bytes of a body that are read; an endless body must not fill the memory. */
const enough = 16 * 1024 * 1024

export interface Options {
  /** PEM file of an authority to trust besides the usual ones. */
  readonly caFile?: string | undefined
  readonly connections?: number
  /** How long a reply may take, in milliseconds, before the tenant counts as out of reach. */
  readonly patience?: number
}

export interface Connection {
  /** Sends exactly the given headers and bytes. Redirects are not followed. Throws what the transport throws. */
  transmit(request: Outgoing): Promise<Received>
  close(): Promise<void>
}

const linesOf = (headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map(each => [name.toLowerCase(), each] as [string, string]),
  )

const read = async (body: Dispatcher.ResponseData['body']): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > enough) throw new Error('the reply is larger than 16 MiB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
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
    connect: { timeout: Math.min(patience, 10_000), ...(options.caFile && { ca: readFileSync(options.caFile) }) },
  })
  return {
    async transmit({ method, target, headers, body }) {
      const begun = performance.now()
      const response = await agent.request({
        origin: baseUrl,
        path: target,
        method,
        headers: headers.flat(),
        body: body ?? null,
      })
      const bytes = await read(response.body)
      return {
        status: response.statusCode,
        headers: linesOf(response.headers),
        text: bytes.toString('utf8'),
        size: bytes.length,
        milliseconds: Math.round(performance.now() - begun),
      }
    },
    close: () => agent.destroy(),
  }
}
