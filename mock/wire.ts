import { STATUS_CODES } from 'node:http'
import type { ServerResponse } from 'node:http'

/** One answer before it is written. An object body becomes JSON, a string goes out as it is. */
export interface Wire {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Close the connection without a byte. */
  readonly silent?: boolean
  /** Say first that work is under way (102), as RFC 9110 15.2 permits. */
  readonly informs?: boolean
  /** Leave out Content-Length, so that the body goes out in chunks. */
  readonly chunked?: boolean
  /** Bytes that follow the answer on the connection and belong to none. */
  readonly stray?: string
}

const reasons: Readonly<Record<number, string>> = { 444: 'No Response' }

const bytesOf = (body: unknown): Buffer | undefined =>
  body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))

/** Writes an answer. For HEAD Node leaves the body out and keeps its length. */
export const write = (response: ServerResponse, wire: Wire): void => {
  const { status, headers, body, silent, informs, chunked, stray } = wire
  const { socket } = response
  if (silent) return void socket?.destroy()
  if (informs) response.writeProcessing()
  const bare = status === 204 || status === 304
  const bytes = bare ? undefined : bytesOf(body)
  const inChunks = chunked && bytes !== undefined
  const length = bare || inChunks ? undefined : { 'content-length': bytes?.length ?? 0 }
  response.writeHead(status, reasons[status] ?? STATUS_CODES[status], Object.assign({}, headers, length))
  if (inChunks) response.write(bytes)
  response.end(inChunks ? undefined : bytes)
  if (stray !== undefined) socket?.write(stray)
}
