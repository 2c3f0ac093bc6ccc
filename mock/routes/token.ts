import { authenticateClient } from '../client-credentials'
import type { Client } from '../client'
import type { Exchange } from '../exchange'
import { issueToken } from '../issue-token'
import type { Refusal } from '../laws/token'
import { ok, refused, route } from '../route'
import type { Wire } from '../wire'

const invalid = ({ error, description }: Refusal): Wire => refused(400, error, description)

const formRefusal = ({ laws: { token }, form }: Exchange): Refusal | undefined => {
  const repeated = token.repetition(form())
  if (repeated) return repeated
  const wrong = Object.entries(token.limits).find(([name, limit]) =>
    form()
      .get(name)
      ?.some(value => !token.valueFits(value, limit)),
  )
  return wrong && token.outOfLimits(wrong[0])
}

const grantRefusal = (
  { laws: { token }, form }: Exchange,
  client: Client,
  grant: string | undefined,
): Refusal | undefined => {
  const unknown = token.grantRefusal(grant)
  if (unknown || grant === undefined) return unknown
  if (!token.mayUse(client, grant)) return token.unregistered
  return token.missing(token.needs[grant] ?? [], form()) ?? (token.isGood(grant) ? undefined : token.bogus)
}

/** Client credentials in, bearer token out. */
const issue = route('POST /acs/token', { dialect: 'oauth', reads: 'form' }, async exchange => {
  const { laws, form } = exchange
  const malformed = formRefusal(exchange)
  if (malformed) return invalid(malformed)

  const client = authenticateClient(exchange)
  if ('status' in client) return client

  const [grant] = form().get('grant_type') ?? []
  const refusal = grantRefusal(exchange, client, grant)
  if (refusal) return invalid(refusal)

  const asked = (form().get('scope')?.[0] ?? '').split(/\s+/)
  const unwanted = laws.token.scopeRefusal(client.scope, asked)
  if (unwanted) return invalid(unwanted)
  const scope = laws.token.granted(client.scope, asked)
  const seconds = laws.token.lifetime(client)
  const jwt = await issueToken(exchange, client, scope, seconds)
  return ok(laws.token.reply(jwt, seconds, scope), {
    'content-type': 'application/json;charset=UTF-8',
    pragma: 'no-cache',
  })
})

export const token = [issue] as const
