import type { IncomingMessage } from 'node:http'

/** One request as it came in: nothing decoded, merged or believed. */
export interface Incoming {
  readonly method: string
  /** Path as sent, percent-encoding untouched. */
  readonly path: string
  readonly query: URLSearchParams
  /** Authority of an absolute-form target; absent for the usual origin form. */
  readonly authority?: string
  /** All values of a header field, by lower-case name. */
  readonly header: (name: string) => readonly string[]
  readonly body: Buffer
  /** The body was longer than the limit, and what is here is not all of it. */
  readonly oversized: boolean
}

const none: readonly string[] = []
const absoluteForm = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is
const mostBytesDrained = 16 * 1024 * 1024

const fields = (rawHeaders: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] as string).toLowerCase()
    const value = rawHeaders[at + 1] as string
    const values = found.get(name)
    if (values) values.push(value)
    else found.set(name, [value])
  }
  return found
}

/** Reads the whole body so that the connection stays usable, but keeps no more than the limit (bytes). */
const readBody = (message: IncomingMessage, limit: number): Promise<{ body: Buffer; oversized: boolean }> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = () =>
      resolve({ body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks), oversized: size > limit })
    message.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      if (size > mostBytesDrained) finish()
    })
    message.on('end', finish)
    message.on('error', reject)
  })

const bodiless = { body: Buffer.alloc(0), oversized: false }
const announcesBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'

/** Takes a request off the wire. `limit` is the longest body kept, in bytes. */
export const receive = async (message: IncomingMessage, limit: number): Promise<Incoming> => {
  const [, authority, rest] = absoluteForm.exec(message.url ?? '') ?? []
  const target = rest ?? message.url ?? '/'
  const mark = target.indexOf('?')
  const headers = fields(message.rawHeaders)
  return {
    method: message.method ?? 'GET',
    path: (mark < 0 ? target : target.slice(0, mark)) || '/',
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    ...(authority === undefined ? {} : { authority }),
    header: name => headers.get(name) ?? none,
    ...(announcesBody(message) ? await readBody(message, limit) : bodiless),
  }
}
