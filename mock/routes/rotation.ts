import type { Client } from '../client'
import { addressedClient, keepClient, readmit, unknownClient } from '../client-lookup'
import type { Exchange } from '../exchange'
import { denied, noContent, route } from '../route'
import type { Wire } from '../wire'

const refusal = (what: string, message: string): Wire =>
  denied(400, [{ code: `oauth2.client.secret.rotation.${what}`, message }])

const start = (exchange: Exchange, client: Client): Wire => {
  const { tenant, laws, json } = exchange
  const { secondary_secret, primary_secret_auto_retire_duration: minutes = laws.rotation.usualDuration } =
    json().members
  if (!laws.rotation.secretFits(secondary_secret))
    return refusal('secondary.secret.invalid', 'secondary_secret must be a string of 1 to 4096 characters.')
  if (!laws.rotation.durationFits(minutes))
    return refusal('duration.invalid', 'primary_secret_auto_retire_duration must be 0 to 10080 minutes.')
  if (!laws.rotation.mayStart(client.secrets)) return refusal('running', 'A secret rotation is already in progress.')

  const at = laws.rotation.retiresAt(tenant.clock.now(client.client_id), Number(minutes))
  keepClient(exchange, { ...client, secrets: laws.rotation.start(client.secrets, String(secondary_secret), at) })
  return noContent()
}

const retire = (exchange: Exchange, client: Client): Wire => {
  const { laws, json, request } = exchange
  if (!laws.rotation.toleratesBody(request.body.length))
    return refusal('body.unexpected', 'The end of a rotation takes no request body.')
  if (!laws.rotation.mayRetire(client.secrets)) return refusal('not.running', 'No secret rotation is in progress.')

  const secrets = laws.rotation.retire(client.secrets, json().members.secondary_secret)
  keepClient(exchange, { ...client, secrets, generation: laws.rotation.generation(client.generation, secrets) })
  readmit(exchange, 'retirement')
  return noContent()
}

const does: Readonly<Record<string, (exchange: Exchange, client: Client) => Wire>> = {
  'start-rotate-secret': start,
  'retire-primary-secret': retire,
}

const actionsIn = ({ request }: Exchange) => request.query.getAll('action')

/** A second secret beside the first, then instead of it. */
const rotate = route(
  'POST /acs/broker/oauth2-clients/{id}',
  {
    right: 'clients:write',
    dialect: 'envelope',
    reads: exchange => (exchange.laws.rotation.readsBody(actionsIn(exchange)) ? 'json' : 'nothing'),
    takes: 'secret-rotation',
  },
  exchange => {
    const client = addressedClient(exchange)
    if (!client) return unknownClient()
    const act = does[exchange.laws.rotation.action(actionsIn(exchange)) ?? '']
    return act
      ? act(exchange, client)
      : refusal('action.invalid', 'action must be start-rotate-secret or retire-primary-secret.')
  },
)

export const rotation = [rotate] as const
