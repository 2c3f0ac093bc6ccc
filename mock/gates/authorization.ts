import type { Exchange } from '../exchange'
import { denied } from '../route'
import type { Wire } from '../wire'

/** A good token is not enough: it takes the admin scope and a rule set that allows the operation. */
export const authorization = ({ route, actor, laws: { authorization: law } }: Exchange): Wire | undefined => {
  if (route?.right === undefined) return undefined
  const rules = actor?.claims.rules ?? []
  const scope = actor?.claims.scope.split(' ') ?? []
  if (law.scopeFits(scope) && law.may(rules, law.permissions[route.right])) return undefined
  return denied(403, [{ code: 'authorization.denied', message: 'The access token does not allow this operation.' }], {
    'www-authenticate': law.challenge(),
  })
}
