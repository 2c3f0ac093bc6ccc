import type { Exchange } from '../exchange'
import { mediaType, negotiate } from '../media-type'
import { refusal } from '../refusal'
import type { Reads } from '../route'
import type { Wire } from '../wire'

const unsupported = (exchange: Exchange): Wire =>
  refusal(exchange, 415, {
    code: 'request.media.type.unsupported',
    message: 'The media type of the request is not supported.',
  })

const typesOf = ({ route, laws }: Exchange, reads: Reads): readonly string[] => {
  const takes = route?.takes
  if (reads === 'form') return ['application/x-www-form-urlencoded']
  return takes === undefined ? ['application/json'] : laws.media.types(takes, laws.media.generations)
}

const typeFits = (exchange: Exchange, reads: Reads): boolean => {
  const { request, laws } = exchange
  const types = request.header('content-type')
  const sent = types.length === 1 ? mediaType(types[0] ?? '') : undefined
  const spelled = (types[0] ?? '').split(';')[0]?.trim() ?? ''
  return (
    sent !== undefined &&
    typesOf(exchange, reads).some(type => laws.media.equal(type, spelled)) &&
    laws.media.charsetFits(sent.charset) &&
    request.header('content-encoding').every(laws.media.codingFits)
  )
}

const bodyRefusal = (exchange: Exchange, reads: Reads): Wire | undefined => {
  const { request } = exchange
  if (reads === 'nothing') return undefined
  if (request.body.length > 0 && !typeFits(exchange, reads)) return unsupported(exchange)
  if (request.oversized)
    return refusal(exchange, 413, { code: 'request.body.too.large', message: 'The request body is too large.' })
  if (reads === 'form') return undefined
  const { code, message } = exchange.json()
  return code === undefined ? undefined : refusal(exchange, 400, { code, message })
}

/** The request can be read and its answer will be understood. */
export const media = (exchange: Exchange): Wire | undefined => {
  const { route, request, laws } = exchange
  if (!route) return undefined
  const kind = route.answers
  if (kind !== undefined) {
    const offers = laws.media.types(kind, laws.media.generations)
    const type = negotiate(request.header('accept'), offers, laws.media.specificity)
    if (type === undefined && laws.media.insistsOnAccept)
      return refusal(exchange, 406, {
        code: 'request.accept.unsatisfiable',
        message: 'No acceptable media type is offered.',
      })
    exchange.type = type ?? offers[0] ?? exchange.type
  }
  return bodyRefusal(exchange, typeof route.reads === 'function' ? route.reads(exchange) : route.reads)
}
