import { freshId, freshSecret } from '../chance'
import type { Client } from '../client'
import { findClient, keepClient } from '../client-lookup'
import { findDirectory, keepDirectory, unknownDirectory } from '../directory-lookup'
import type { DirectoryRow, SyncConfiguration } from '../directory'
import type { Exchange } from '../exchange'
import { issueToken } from '../issue-token'
import { problemsOf, unknown } from '../member-rules'
import type { MemberRules } from '../member-rules'
import { denied, ok, route } from '../route'

const path = '/usergroup/broker/directories/{id}/sync-client'
const scope: readonly string[] = ['scim']

const rulesOf = ({ laws: { syncClient: law } }: Exchange): MemberRules => ({
  generate_token: [law.flagFits, 'must be true or false'],
  token_ttl: [law.lifetimeFits, 'must be 1 to 1051200 minutes'],
})

const linksOf = ({ tenant, id }: Exchange) => ({
  _links: { self: { href: `${tenant.baseUrl}${path.replace('{id}', encodeURIComponent(id))}` } },
})

/** The sync client with new credentials: the same one as before, or the first. */
const renewed = (exchange: Exchange, { directory, sync }: DirectoryRow, client_id: string): Client => {
  const before = sync && findClient(exchange, sync.client_id)
  const { generation } = exchange.laws.syncClient
  return {
    client_id,
    id: before?.id ?? freshId(),
    scope,
    grant_types: ['client_credentials'],
    rule_set_names: [],
    access_token_ttl: 0,
    secrets: { primary: freshSecret() },
    generation: generation(before?.generation ?? 0),
    directory: directory.id,
  }
}

const credentialsOf = async (exchange: Exchange, client: Client, configuration: SyncConfiguration) => {
  if (!configuration.generate_token) return { client_id: client.client_id, client_secret: client.secrets.primary }
  const seconds = exchange.laws.syncClient.seconds(configuration)
  return {
    access_token: await issueToken(exchange, client, scope, seconds),
    access_token_expire_in: seconds,
  }
}

const read = route(
  `GET ${path}`,
  { right: 'directories:read', dialect: 'envelope', reads: 'nothing', answers: 'sync-client' },
  exchange => {
    const row = findDirectory(exchange, exchange.id)
    if (!row) return unknownDirectory()
    if (!row.sync) return unknown('directory.sync.client', 'sync client configuration')
    const client = findClient(exchange, row.sync.client_id)
    if (client) keepClient(exchange, exchange.laws.syncClient.afterRead(client))
    const shown = exchange.laws.syncClient.shown(row.sync, client?.secrets)
    return ok({ ...shown, ...linksOf(exchange) }, { 'content-type': exchange.type })
  },
)

/** New credentials for the sync client, either a token or an id and a secret; all earlier ones are void. */
const generate = route(
  `POST ${path}`,
  {
    right: 'directories:write',
    dialect: 'envelope',
    reads: ({ request }) => (request.body.length > 0 ? 'json' : 'nothing'),
    takes: 'sync-client',
    answers: 'sync-client',
  },
  async exchange => {
    const { laws, request, json, type } = exchange
    const row = findDirectory(exchange, exchange.id)
    if (!row || row.deletedAt !== undefined) return unknownDirectory()
    if (!laws.syncClient.actionFits(request.query.getAll('action')))
      return denied(400, [
        { code: 'directory.sync.client.action.invalid', message: 'action must be generate_credentials.' },
      ])
    const draft = json().members
    const problems = problemsOf('directory.sync.client', rulesOf(exchange), draft, [])
    if (problems.length > 0) return denied(400, problems)

    const { generate_token, token_ttl } = laws.syncClient.agreed(row.sync, draft)
    const sync = { client_id: row.sync?.client_id ?? `sync-${freshId()}`, generate_token, token_ttl }
    const client = { ...renewed(exchange, row, sync.client_id), access_token_ttl: token_ttl }
    keepClient(exchange, client)
    keepDirectory(exchange, { ...row, sync })
    const credentials = await credentialsOf(exchange, client, sync)
    return ok({ generate_token, token_ttl, ...credentials, ...linksOf(exchange) }, { 'content-type': type })
  },
)

export const syncClient = [read, generate] as const
