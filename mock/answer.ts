import { enter } from './exchange'
import type { Exchange } from './exchange'
import { gates } from './gates'
import type { Incoming } from './incoming'
import { denied } from './route'
import type { Distortion, Tenant } from './tenant'
import type { Wire } from './wire'

const notFound = (): Wire => denied(404, [{ code: 'request.path.unknown', message: 'There is nothing at this path.' }])

const dressed = ({ tenant, laws, place, request }: Exchange, wire: Wire): Wire => {
  const caching = laws.http.caching(place !== undefined && place.isPublic && !place.isOauth)
  const always = laws.http.always(tenant.baseUrl.startsWith('https:'))
  const cross = laws.http.forOrigin(request.header('origin')[0])
  return Object.assign({}, wire, { headers: Object.assign({ 'cache-control': caching }, always, cross, wire.headers) })
}

const same: Distortion = wire => wire

const distorted = ({ tenant, route }: Exchange, wire: Wire): Wire =>
  tenant.distortions.reduce((out, distorts) => {
    const own = distorts[route?.line ?? ''] ?? same
    const every = distorts['every line'] ?? same
    return every(own(out))
  }, wire)

/** Judges and serves one request: the first refusal wins; otherwise the effect speaks. */
export const answer = async (tenant: Tenant, request: Incoming): Promise<Wire> => {
  const exchange = enter(tenant, request)
  let outcome = notFound()

  for (const gate of tenant.laws.gates) {
    if (gate === 'effect') {
      outcome = exchange.route ? await exchange.route.handle(exchange) : notFound()
      continue
    }
    const refusal = await gates[gate](exchange)
    if (refusal) {
      outcome = refusal
      break
    }
  }
  return distorted(exchange, dressed(exchange, outcome))
}
