import type { Exchange } from './exchange'
import { mask } from './redact'

const longest = 400

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text)

/** Bytes as text on one line; what is not printable is shown by its code. */
const oneLine = (text: string) =>
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, one => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`)

const written = (wire: string): string =>
  Buffer.from(wire, 'latin1')
    .toString('utf8')
    .split('\r\n')
    .filter(line => line !== '' && !/^connection:/i.test(line))
    .join(' · ')

const credentials = ({ request, sent }: Exchange): string | undefined => {
  if (request.basic) return `Basic ${request.basic.join(':')}`
  return sent.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]
}

/**
 * What was sent, on one line and without secrets: method and target, credentials, headers, body. Enough for somebody
 * who files the finding with the vendor; the exact bytes are in the evidence and in the replay script.
 */
export const sentInWords = (exchange: Exchange): string => {
  const { sent, wire } = exchange
  // Secrets are replaced before the text is cut: half a secret would not be found any more.
  if (wire !== undefined) return cut(oneLine(mask(written(wire))))
  const headers = sent.headers.filter(([name]) => name.toLowerCase() !== 'authorization')
  const body = sent.body === undefined ? undefined : Buffer.from(sent.body).toString('utf8')
  const parts = [
    `${sent.method} ${sent.target}`,
    credentials(exchange),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    body,
  ]
  return cut(oneLine(mask(parts.filter(Boolean).join(' · '))))
}
