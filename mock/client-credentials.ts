import { isUtf8 } from 'node:buffer'
import type { Client } from './client'
import { findClient } from './client-lookup'
import type { Exchange } from './exchange'
import type { Credentials } from './laws/token'
import { refused } from './route'
import type { Wire } from './wire'

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const basicPair = (value: string): string | undefined => {
  const bytes = base64.test(value) ? Buffer.from(value, 'base64') : undefined
  return bytes && isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

const basicOf = ({ laws }: Exchange, authorization: readonly string[]): Credentials | undefined => {
  const [, scheme = '', value = ''] = /^([^ ]+) +([^ ]+) *$/.exec(authorization[0] ?? '') ?? []
  if (authorization.length > 1 || !laws.token.schemeFits(scheme)) return undefined
  const pair = basicPair(value)
  return pair === undefined ? undefined : laws.token.split(pair)
}

const formOf = (exchange: Exchange): Credentials | undefined => {
  const [id] = exchange.form().get('client_id') ?? []
  const [secret] = exchange.form().get('client_secret') ?? []
  return id === undefined || secret === undefined ? undefined : { id, secret }
}

/** The client that authenticates itself to an OAuth endpoint, or the refusal of one that does not. */
export const authenticateClient = (exchange: Exchange): Client | Wire => {
  const { request, laws } = exchange
  const authorization = request.header('authorization')
  if (laws.token.contradicts(authorization, formOf(exchange)))
    return refused(400, 'invalid_request', 'Client credentials were sent in two ways.')
  const sent =
    laws.token.chosen(authorization, basicOf(exchange, authorization), formOf(exchange)) ??
    laws.token.fromUri(request.query)
  const client = sent && findClient(exchange, sent.id)
  if (sent && client && laws.token.secretFits(sent.secret, laws.rotation.accepted(client.secrets))) return client
  const { error, description } = laws.token.stranger(client !== undefined)
  return refused(laws.token.strangerStatus, error, description, {
    'www-authenticate': 'Basic realm="acs", charset="UTF-8"',
  })
}
