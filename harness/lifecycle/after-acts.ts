import { patched } from './after-patch'
import { retired, retiredIdle, started, startedAgain } from './after-rotation'
import { doubtMembers, doubtSecrets, secretsWhere, tokensOf, withHolder, withSecret } from './change'
import { memberNames, type Name } from './command'
import { doubted, fact, isOf, type Because, type Fact, type Holder, type State } from './state'
import type { OnToken, Step } from './step'

const created = (state: State, step: Step & { do: 'create' }): State => {
  const { client, members, secret, hasSecret } = step
  const incarnation = (state.clients[client]?.incarnation ?? 0) + 1
  const make = <T>(value: T, base: Because): Fact<T> => fact(value, base, incarnation === 1 ? base : 'CLI-051')
  const holder: Holder = {
    incarnation,
    isThere: make(true, 'CLI-010'),
    isListed: make(true, 'CLI-060'),
    members: Object.fromEntries(
      memberNames.map(name => [name, make(members[name], 'CLI-002')]),
    ) as unknown as Holder['members'],
    runs: make(false, 'unclear'),
    primary: secret,
    completed: 0,
  }
  const before = secretsWhere(state, ({ client: other }) => other === client, {
    works: fact(false, 'CLI-051'),
    role: `a secret of a deleted client ${client}`,
  })
  return withSecret(
    { ...before, clients: { ...before.clients, [client]: holder } },
    { client, incarnation },
    make(true, hasSecret ? 'CLI-009' : 'CLI-007'),
    'the secret it was created with',
  )
}

const duplicated = (state: State, { client }: Step & { do: 'duplicate' }): State => {
  const holder = state.clients[client] as Holder
  const after = withHolder(doubtSecrets(state, client, 'CLI-015'), client, {
    members: doubtMembers(holder, 'CLI-015'),
    runs: doubted(holder.runs, 'CLI-015'),
  })
  return withSecret(
    after,
    { client, incarnation: holder.incarnation },
    fact(false, 'CLI-015'),
    'the secret of a refused creation',
  )
}

const deleted = (state: State, client: Name): State => {
  const open = tokensOf(state, client, () => fact('open', 'unclear'))
  const dead = secretsWhere(open, secret => isOf(state, client, secret), {
    works: fact(false, 'CLI-050'),
    role: 'a secret of the deleted client',
  })
  return withHolder(dead, client, { isThere: fact(false, 'CLI-048'), isListed: fact(false, 'CLI-060') })
}

/** Whoever is deleted stays so. */
const deletedAgain = (state: State, client: Name): State =>
  withHolder(state, client, { isThere: fact(false, 'CLI-048') })

const revoked = (state: State, { client, token: revokedOne }: OnToken): State =>
  tokensOf(doubtSecrets(state, client, 'REV-003'), client, ({ life }, number) => {
    if (number === revokedOne) return fact('dead', 'REV-002')
    // That the others go along is odd, but tolerated.
    return life.value === 'good' ? fact('open', 'unclear') : life
  })

/** What is promised after a change that was answered as promised. */
export const afterAct = (state: State, step: Step): State => {
  switch (step.do) {
    case 'create':
      return created(state, step)
    case 'duplicate':
      return duplicated(state, step)
    case 'patch':
      return patched(state, step)
    case 'start':
      return started(state, step)
    case 'start again':
      return startedAgain(state, step)
    case 'retire':
      return retired(state, step.client)
    case 'retire idle':
      return retiredIdle(state, step.client)
    case 'delete':
      return deleted(state, step.client)
    case 'delete again':
      return deletedAgain(state, step.client)
    case 'revoke':
      return revoked(state, step)
    default:
      return state
  }
}
