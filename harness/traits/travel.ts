import { headerOf, type Answered } from './answered'

/** How the body is framed (RFC 9112 6); nothing where there is none. */
const framing = (exchange: Answered): readonly string[] => {
  const { received, sent } = exchange
  if (received.size === 0 || sent.method === 'HEAD') return []
  if (/chunked/i.test(headerOf(exchange, 'transfer-encoding') ?? '')) return ['bodies come in chunks']
  return [
    headerOf(exchange, 'content-length') === undefined
      ? 'bodies end with their connection'
      : 'bodies come with a length',
  ]
}

/** What becomes of the connection; one that was asked to end says nothing. */
const connection = (exchange: Answered): readonly string[] => {
  if (exchange.wire !== undefined) return []
  return [
    /\bclose\b/i.test(headerOf(exchange, 'connection') ?? '')
      ? 'connections end with a reply'
      : 'connections stay open',
  ]
}

/** Names of headers ignore case (RFC 9110 5.1); this one comes with every body. */
const spelling = ({ received }: Answered): readonly string[] => {
  const name = received.way?.names.find(each => each.toLowerCase() === 'content-type')
  return name === undefined ? [] : [`header names are spelled as in ${name}`]
}

/** What names itself on the way, such as `1.1 gateway`: long numbers differ from machine to machine. */
const stations = (exchange: Answered): readonly string[] =>
  ['via', 'server'].flatMap(name => {
    const value = headerOf(exchange, name)?.replaceAll(/[\da-f]{6,}/gi, '…')
    return value === undefined ? [] : [`replies come with ${name}: ${value}`]
  })

/** How one reply travelled. */
export const travel = (exchange: Answered): readonly string[] => {
  const { informed = [], waited = [] } = exchange.received.way ?? {}
  return [
    ...framing(exchange),
    ...connection(exchange),
    ...spelling(exchange),
    ...stations(exchange),
    ...informed.map(status => `replies are announced by ${status}`),
    ...waited.map(status => `some requests are asked to wait with ${status}`),
  ]
}
