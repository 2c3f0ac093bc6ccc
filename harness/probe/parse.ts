import { isUtf8 } from 'node:buffer'
import { decoded } from '../decoded'
import type { Received, Silence } from '../reply'
import type { Heard } from './socket'

/** Bytes came, but they are no complete HTTP reply: nothing can be said about the rule. */
export class NoReply extends Error {
  override name = 'NoReply'
}

const incomplete = (what: string) => new NoReply(`what came is no complete HTTP/1.1 reply: ${what}`)

const split = (bytes: Buffer): { head: string; body: Buffer } | undefined => {
  const at = bytes.indexOf('\r\n\r\n')
  return at < 0 ? undefined : { head: bytes.subarray(0, at).toString('latin1'), body: bytes.subarray(at + 4) }
}

const unchunked = (body: Buffer): Buffer => {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at)
    const size = /^[0-9a-f]+/i.exec(end < 0 ? '' : body.subarray(at, end).toString('latin1'))?.[0]
    if (size === undefined) throw incomplete('the last chunk is missing')
    const from = end + 2
    const to = from + Number.parseInt(size, 16)
    if (to === from) return Buffer.concat(parts)
    if (to > body.length) throw incomplete('a chunk is shorter than announced')
    parts.push(body.subarray(from, to))
    at = to + 2
  }
}

type Headers = readonly (readonly [name: string, value: string])[]

const bodyOf = (bytes: Buffer, headers: Headers, end: Silence): Buffer => {
  const values = (wanted: string) => headers.filter(([name]) => name === wanted).map(([, value]) => value)
  if (values('transfer-encoding').some(value => /chunked/i.test(value))) return unchunked(bytes)
  // Without a length the end of the connection is the end of the body.
  if (values('content-length').length === 0 && end === 'stalled') throw incomplete('the connection was still open')
  const announced = Number(values('content-length')[0] ?? 0)
  if (bytes.length < announced) throw incomplete(`${bytes.length} of ${announced} bytes of the body`)
  return bytes
}

/**
 * Reads what a connection gave as an HTTP/1.x reply. No reply at all is a result here: status 0 and how it was silent.
 * @param method of the request: a reply to HEAD has no body, whatever its headers announce
 * @param informed statuses of informational replies that were read already
 * @throws NoReply where bytes came that are no HTTP reply, or not all of one
 */
export const received = (heard: Heard, method: string, informed: readonly number[] = []): Received => {
  const { bytes, end, milliseconds } = heard
  if (bytes.length === 0) return { status: 0, silence: end, headers: [], text: '', size: 0, milliseconds }
  const parts = split(bytes)
  const [statusLine = '', ...lines] = parts?.head.split('\r\n') ?? []
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(statusLine)?.[1])
  if (!parts || !status) throw incomplete(`${bytes.length} bytes without a whole head`)
  if (status < 200) return received({ ...heard, bytes: parts.body }, method, [...informed, status])
  const spelled = lines.map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
  })
  const headers = spelled.map(([name, value]) => [name.toLowerCase(), value] as const)
  const isBodiless = method === 'HEAD' || status === 204 || status === 304
  const body = isBodiless ? parts.body : bodyOf(parts.body, headers, end)
  const way = { names: spelled.map(([name]) => name), informed, waited: [] }
  const plain = decoded(body, headers)
  const isGarbled = isUtf8(plain) ? {} : { isGarbled: true as const }
  return { status, headers, text: plain.toString('utf8'), size: body.length, milliseconds, way, ...isGarbled }
}
