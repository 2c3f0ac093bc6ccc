import { doubtSecrets, doubtTokens, secretsWhere, withHolder, withSecret } from './change'
import type { Name } from './command'
import { doubted, fact, type Holder, type State } from './state'
import type { Start } from './step'

/** A second secret beside the first. */
export const started = (state: State, { client, secret }: Start): State => {
  const holder = state.clients[client] as Holder
  const { incarnation } = holder
  // Nothing is said of tokens before the old secret retires.
  const before = doubtTokens(doubtSecrets(state, client, 'ROT-002'), client, 'unclear')
  const after = withHolder(before, client, { runs: fact(true, 'ROT-003'), secondary: secret })
  return withSecret(after, { client, incarnation }, fact(true, 'ROT-002'), 'the secondary secret')
}

/** A refused start changes nothing. */
export const startedAgain = (state: State, { client }: Start): State => {
  const holder = state.clients[client] as Holder
  const after = withHolder(doubtSecrets(state, client, 'ROT-005'), client, { runs: doubted(holder.runs, 'ROT-005') })
  return withSecret(
    after,
    { client, incarnation: holder.incarnation },
    fact(false, 'ROT-005'),
    'the secret of a refused start',
  )
}

/** The second secret instead of the first; tokens do not notice. */
export const retired = (state: State, client: Name): State => {
  const { primary, secondary = primary, completed, ...holder } = state.clients[client] as Holder
  const works = secretsWhere(
    state,
    (_, number) => number === primary || number === secondary,
    ({ role }) => ({ works: fact(true, 'ROT-006'), role }),
  )
  const gone = secretsWhere(works, (_, number) => number === primary, {
    works: fact(false, 'ROT-006'),
    role: 'a retired secret',
  })
  const { secondary: _, ...rest } = { ...holder, secondary }
  const after = { ...rest, runs: fact(false, 'ROT-006'), primary: secondary, completed: completed + 1 }
  return doubtTokens({ ...gone, clients: { ...gone.clients, [client]: after } }, client, 'ROT-017')
}

/** A refused retirement changes nothing. */
export const retiredIdle = (state: State, client: Name): State =>
  withHolder(doubtSecrets(state, client, 'ROT-007'), client, {
    runs: doubted((state.clients[client] as Holder).runs, 'ROT-007'),
  })
