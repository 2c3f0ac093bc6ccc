import { freshId, freshSecret } from '../chance'
import type { Client, Members } from '../client'
import { applied, combinationProblems, memberProblems, surplusProblems } from '../client-draft'
import { addressedClient, dropClients, findClient, keepClient, readmit, unknownClient } from '../client-lookup'
import { addressOf, viewOf } from '../client-view'
import type { Exchange } from '../exchange'
import { pause } from '../pause'
import { created, denied, noContent, ok, route } from '../route'
import type { Problem } from '../route'
import type { Wire } from '../wire'

const taken = (client_id: string): Wire =>
  denied(409, [
    {
      code: 'oauth2.client.with.client.id.already.exists',
      message: `OAuth2 Client with client id ${client_id} already exists.`,
      parameters: { oauth2_client_id: client_id },
    },
  ])

const fresh = ({ laws, json, actor }: Exchange): Client => {
  const base = {
    id: laws.clients.identity(freshId(), json().members),
    rule_set_names: [],
    access_token_ttl: laws.clients.usualLifetime,
    generation: 0,
    maker: actor?.client.client_id,
  }
  const primary = laws.clients.secretOf(json().members.secret, freshSecret)
  return applied(laws, base as unknown as Client, json().members, { primary })
}

/** A new client; a generated secret is shown this once. */
const create = route(
  'POST /acs/broker/oauth2-clients',
  { right: 'clients:write', dialect: 'envelope', reads: 'json', takes: 'client', answers: 'client' },
  exchange => {
    const { tenant, laws, json, type } = exchange
    const draft = json().members
    const problems = [
      ...surplusProblems(laws.clients, draft),
      ...memberProblems(laws.clients, draft, laws.clients.required),
    ]
    if (problems.length > 0) return denied(400, problems)

    const client = fresh(exchange)
    const contradictions = combinationProblems(laws.clients, client)
    if (contradictions.length > 0) return denied(400, contradictions)
    const row = tenant.store.clients.get(client.client_id)
    if (laws.clients.isTaken(row)) {
      const existing = findClient(exchange, client.client_id)
      if (existing) keepClient(exchange, laws.clients.afterRefusal(existing, client))
      return taken(client.client_id)
    }

    const kept = row?.deleted ? laws.clients.inherits(client, row.client) : client
    keepClient(exchange, kept)
    const shown = Object.assign(
      {},
      viewOf(exchange, kept),
      laws.clients.shownSecret(draft.secret, client.secrets.primary),
    )
    return created(shown, { 'content-type': type, location: addressOf(exchange, client) })
  },
)

const read = route(
  'GET /acs/broker/oauth2-clients/{id}',
  { right: 'clients:read', dialect: 'envelope', reads: 'nothing', answers: 'client' },
  exchange => {
    const client = addressedClient(exchange)
    return client ? ok(viewOf(exchange, client), { 'content-type': exchange.type }) : unknownClient()
  },
)

const flagProblem: Problem = {
  code: 'oauth2.client.revoke.token.on.rule.set.removal.invalid',
  message: 'revoke_token_on_rule_set_removal must be true or false.',
}
const nameProblem: Problem = { code: 'oauth2.client.client.id.immutable', message: 'client_id cannot be changed.' }

const changeProblems = (
  { laws }: Exchange,
  draft: Members,
  before: Client,
  flag: boolean | undefined,
): readonly Problem[] => [
  ...(flag === undefined ? [flagProblem] : []),
  ...surplusProblems(laws.clients, draft),
  ...memberProblems(laws.clients, draft, []),
  ...(laws.patch.keepsName(before, draft.client_id) ? [] : [nameProblem]),
]

const betweenStages = 20

/** Keeps a changed client; where the change is made in stages, others have time to see each. */
const keepChanged = async (exchange: Exchange, before: Client, after: Client): Promise<void> => {
  for (const [at, stage] of exchange.laws.patch.stages(before, after).entries()) {
    if (at > 0) await pause(betweenStages)
    keepClient(exchange, stage)
  }
}

/** Members that are mentioned change, all of them or none. */
const change = route(
  'PATCH /acs/broker/oauth2-clients/{id}',
  { right: 'clients:write', dialect: 'envelope', reads: 'json', takes: 'client', answers: 'client' },
  async exchange => {
    const { laws, request, json } = exchange
    const before = addressedClient(exchange)
    if (!before) return unknownClient()

    const flag = laws.patch.flag(request.query.getAll('revoke_token_on_rule_set_removal'))
    const secrets = laws.patch.secrets(before.secrets, json().members.secret)
    const after = applied(laws, before, json().members, secrets)
    const wrong = changeProblems(exchange, json().members, before, flag)
    const problems = wrong.length > 0 ? wrong : combinationProblems(laws.clients, after, before)

    const settled = laws.patch.commit(before, after, problems.length)
    const generation = laws.patch.generation(before, settled, flag ?? true)
    await keepChanged(exchange, before, { ...settled, generation })
    readmit(exchange, 'patch')
    return problems.length > 0
      ? denied(400, problems)
      : ok(viewOf(exchange, settled), { 'content-type': exchange.type })
  },
)

/** A client that is gone takes its credentials and tokens along. */
const remove = route(
  'DELETE /acs/broker/oauth2-clients/{id}',
  { right: 'clients:write', dialect: 'envelope', reads: 'nothing' },
  exchange => {
    const client = addressedClient(exchange)
    const { clients: rows } = exchange.tenant.store
    const law = exchange.laws.clients
    if (!client) {
      const row = rows.get(exchange.id)
      if (row) rows.set(exchange.id, law.remains(row))
      return unknownClient()
    }
    const touched = law.bereaved(client, rows)
    dropClients(exchange, [client.client_id, ...law.alongWith(client, rows)])
    for (const other of touched) keepClient(exchange, other)
    readmit(exchange, 'deletion')
    return noContent()
  },
)

export const clients = [create, read, change, remove] as const
