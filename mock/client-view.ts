import type { Client } from './client'
import type { Exchange } from './exchange'

/** The address of a client. */
export const addressOf = ({ tenant }: Exchange, { client_id }: Client): string =>
  `${tenant.baseUrl}/acs/broker/oauth2-clients/${encodeURIComponent(client_id)}`

const linked = (exchange: Exchange, client: Client) => ({ _links: { self: { href: addressOf(exchange, client) } } })

const hidden = new Set(['secrets', 'generation', 'maker', 'directory'])

const shownMembers = (client: Client): Record<string, unknown> => {
  const shown: Record<string, unknown> = {}
  for (const name of Object.keys(client)) if (!hidden.has(name)) shown[name] = client[name as keyof Client]
  return shown
}

/** A client as readers see it: everything but its credentials. */
export const viewOf = (exchange: Exchange, client: Client): Readonly<Record<string, unknown>> => {
  const { rotation, clients } = exchange.laws
  // Object.assign: V8 is some ten times slower at one spread after another, and this is the hot path.
  return Object.assign(
    shownMembers(client),
    rotation.shown(client.secrets),
    clients.extras(client),
    linked(exchange, client),
  )
}

/** A client as lists show it. */
export const summaryOf = (exchange: Exchange, client: Client): Readonly<Record<string, unknown>> =>
  Object.assign({}, exchange.laws.clients.summary(client), linked(exchange, client))
