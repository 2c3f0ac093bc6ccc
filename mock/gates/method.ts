import type { Exchange } from '../exchange'
import { refusal } from '../refusal'
import type { Wire } from '../wire'

/** A path that exists answers an unknown method with the ones it knows. */
export const method = (exchange: Exchange): Wire | undefined => {
  const { place, route, laws } = exchange
  if (!place || route) return undefined
  return refusal(
    exchange,
    405,
    { code: 'request.method.unsupported', message: 'The method is not supported here.' },
    {
      allow: laws.http.allow([...place.methods.keys()]),
    },
  )
}
