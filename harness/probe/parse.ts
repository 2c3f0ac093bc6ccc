import type { Received } from '../reply'
import type { Heard } from './socket'

const split = (bytes: Buffer): { head: string; body: Buffer } | undefined => {
  const at = bytes.indexOf('\r\n\r\n')
  return at < 0 ? undefined : { head: bytes.subarray(0, at).toString('latin1'), body: bytes.subarray(at + 4) }
}

const unchunked = (body: Buffer): Buffer => {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at)
    const size = end < 0 ? Number.NaN : Number.parseInt(body.subarray(at, end).toString('latin1'), 16)
    if (!(size > 0)) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

/**
 * Reads what a connection gave as an HTTP/1.x reply. No reply at all is a result here: status 0 and how it was silent.
 * @throws Error where bytes came that are no HTTP reply, or its head is incomplete
 */
export const received = ({ bytes, end, milliseconds }: Heard): Received => {
  if (bytes.length === 0) return { status: 0, silence: end, headers: [], text: '', size: 0, milliseconds }
  const parts = split(bytes)
  const [statusLine = '', ...lines] = parts?.head.split('\r\n') ?? []
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(statusLine)?.[1])
  if (!parts || !status) throw new Error(`what came is no complete HTTP/1.1 reply (${bytes.length} bytes)`)
  if (status === 100) return received({ bytes: parts.body, end, milliseconds })
  const headers = lines.map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  const isChunked = headers.some(([name, value]) => name === 'transfer-encoding' && /chunked/i.test(value))
  const body = isChunked ? unchunked(parts.body) : parts.body
  return { status, headers, text: body.toString('utf8'), size: body.length, milliseconds }
}
