import type { Exchange } from '../exchange'
import { refusal } from '../refusal'
import type { Wire } from '../wire'

/** A good token is not enough: it takes the admin scope and a rule set that allows the operation. */
export const authorization = (exchange: Exchange): Wire | undefined => {
  const { route, actor } = exchange
  const law = exchange.laws.authorization
  if (exchange.isOpen || route?.right === undefined) return undefined
  const right = law.right(route.line, route.right)
  if (law.provisions(right, actor?.client.directory)) return undefined
  const rules = actor ? law.rulesOf(actor.claims.rules, actor.client.rule_set_names) : []
  const scope = actor?.claims.scope.split(' ') ?? []
  if (law.scopeFits(scope) && law.may(rules, law.permissions[right])) return undefined
  return refusal(
    exchange,
    403,
    { code: 'authorization.denied', message: 'The access token does not allow this operation.' },
    { 'www-authenticate': law.challenge() },
  )
}
