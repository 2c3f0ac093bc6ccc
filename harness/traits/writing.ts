import { headerOf, type Answered } from './answered'

/** How JSON is written down, from a look at its characters: all of it is the same JSON (RFC 8259 2, 7). */
export const writing = (exchange: Answered): readonly string[] => {
  const { text } = exchange.received
  if (!/[/+]json\b/i.test(headerOf(exchange, 'content-type') ?? '') || !/^\s*[[{]/.test(text)) return []
  return [
    /^\s*[[{]\s*[\r\n]/.test(text) ? 'JSON stands on many lines' : 'JSON stands on one line',
    ...(text.includes(String.raw`\/`) ? [String.raw`JSON escapes the slash as \/`] : []),
    ...(/\\u00[2-7]/i.test(text) ? ['JSON escapes characters that need no escape'] : []),
  ]
}
