import type { Exchange } from './exchange'
import { mask } from './redact'

const longest = 4_000

const cut = (text: string) =>
  text.length > longest ? `${text.slice(0, longest)}\n… ${text.length} characters in all` : text

const textOf = (bytes: Uint8Array | undefined) => (bytes ? Buffer.from(bytes).toString('utf8') : '')

const written = (wire: string) => Buffer.from(wire, 'latin1').toString('utf8').replaceAll('\r\n', '\n')

const requestText = ({ sent, wire }: Exchange): string =>
  (wire === undefined ? undefined : written(wire)) ??
  [
    `${sent.method} ${sent.target}`,
    ...sent.headers.map(([name, value]) => `${name}: ${value}`),
    '',
    textOf(sent.body),
  ].join('\n')

const replyText = ({ received, trouble }: Exchange): string => {
  if (!received) return `no reply: ${trouble ?? 'the exchange was not finished'}`
  if (received.silence)
    return `no reply: the connection was ${received.silence} after ${received.milliseconds} ms without a byte`
  const head = [
    `${received.status} after ${received.milliseconds} ms`,
    ...received.headers.map(([name, value]) => `${name}: ${value}`),
  ]
  return [...head, '', received.text].join('\n')
}

// Secrets are replaced before the text is cut: half a secret would not be found any more.
const indented = (text: string) => cut(mask(text).trimEnd()).replaceAll(/^/gm, '    ')

/** One exchange in a line, as in `2 · POST /acs/token → 200`. */
export const headline = ({ number, phase, request, received, trouble }: Exchange): string => {
  const outcome = received?.silence ?? received?.status ?? trouble ?? 'unfinished'
  return `${number} · ${request.line} → ${outcome}${phase === 'act' ? '' : `  (${phase})`}`
}

/** All exchanges of a check for people, secrets replaced. */
export const evidenceOf = (exchanges: readonly Exchange[]): string =>
  exchanges
    .map(each => [mask(headline(each)), indented(requestText(each)), '', indented(replyText(each))].join('\n'))
    .join('\n\n')
