import { memberNames, type Name } from './command'
import { doubted, isOf } from './state'
import type { Because, Fact, Holder, KnownSecret, KnownToken, Life, State } from './state'

/** A client of the sequence, changed. */
export const withHolder = (state: State, client: Name, change: Partial<Holder>): State => ({
  ...state,
  clients: { ...state.clients, [client]: { ...(state.clients[client] as Holder), ...change } },
})

/** One more secret. */
export const withSecret = (state: State, { client, incarnation }: Pick<KnownSecret, 'client' | 'incarnation'>, works: Fact<boolean>, role: string): State => ({
  ...state,
  secrets: [...state.secrets, { client, incarnation, works, role }],
}) // prettier-ignore

/** Some of the secrets, changed. */
export const secretsWhere = (
  state: State,
  fits: (secret: KnownSecret, number: number) => boolean,
  to: Partial<KnownSecret> | ((secret: KnownSecret) => Partial<KnownSecret>),
): State => ({
  ...state,
  secrets: state.secrets.map((secret, number) =>
    fits(secret, number) ? { ...secret, ...(typeof to === 'function' ? to(secret) : to) } : secret,
  ),
})

/** Other fates for the tokens of the client that has the name. */
export const tokensOf = (state: State, client: Name, to: (token: KnownToken, number: number) => Fact<Life>): State => ({
  ...state,
  tokens: state.tokens.map((token, number) =>
    isOf(state, client, token) ? { ...token, life: to(token, number) } : token,
  ),
})

/** Secrets that work go on working: this change must not touch them. */
export const doubtSecrets = (state: State, client: Name, by: Because): State =>
  secretsWhere(
    state,
    secret => isOf(state, client, secret) && secret.works.value,
    ({ works }) => ({ works: doubted(works, by) }),
  )

/** Tokens that are good stay good: this change must not touch them. */
export const doubtTokens = (state: State, client: Name, by: Because): State =>
  tokensOf(state, client, ({ life }) => (life.value === 'good' ? doubted(life, by) : life))

/** All members after a change that must leave them alone. */
export const doubtMembers = ({ members }: Holder, by: Because): Holder['members'] =>
  Object.fromEntries(memberNames.map(name => [name, doubted(members[name], by)])) as unknown as Holder['members']
