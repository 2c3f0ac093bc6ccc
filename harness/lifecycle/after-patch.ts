import { doubtMembers, doubtSecrets, tokensOf, withHolder } from './change'
import type { Change, MemberName } from './command'
import { doubted, fact, type Because, type Fact, type Holder, type KnownToken, type Life, type State } from './state'
import type { Step } from './step'

const isWithin = (inner: readonly string[], outer: readonly string[]) => inner.every(item => outer.includes(item))

/** What becomes of the tokens of a client when one member changes. */
const tokenFate = (holder: Holder, [member, value]: Change, spares: boolean): ((life: Fact<Life>) => Fact<Life>) => {
  const open = (life: Fact<Life>): Fact<Life> => (life.value === 'good' ? fact('open', 'unclear') : life)
  const doubt = (by: Because) => (life: Fact<Life>) => (life.value === 'good' ? doubted(life, by) : life)
  const before = holder.members[member].value
  if (!Array.isArray(value)) return doubt('CLI-046')
  const isReduced = !isWithin(before as readonly string[], value)
  const isGrown = !isWithin(value, before as readonly string[])
  if (member !== 'rule_set_names')
    return isReduced && (member === 'scope' || member === 'grant_types') ? open : doubt('CLI-046')
  if (isReduced) return spares ? doubt('CLI-045') : () => fact('dead', 'CLI-044')
  return isGrown ? doubt('CLI-046') : open
}

/**
 * What becomes of a token that is dead already. A tenant that looks rights up answers 403 instead of revoking, which is
 * tolerated: other rule sets may bring such a token back, but none that was refused with 401.
 */
const stillDead = ({ life, isBuried }: KnownToken, member: MemberName): Fact<Life> => {
  if (member !== 'rule_set_names' || life.base !== 'CLI-044') return life
  return isBuried ? fact('dead', 'CLI-044') : fact('open', 'unclear')
}

/** One member changes; the others, the secrets, and most tokens do not. */
export const patched = (state: State, { client, change, spares }: Step & { do: 'patch' }): State => {
  const holder = state.clients[client] as Holder
  const [member, value] = change
  const fate = tokenFate(holder, change, spares)
  const tokens = tokensOf(doubtSecrets(state, client, 'CLI-036'), client, token =>
    token.life.value === 'dead' ? stillDead(token, member) : fate(token.life),
  )
  const members = { ...doubtMembers(holder, 'CLI-036'), [member]: fact(value, 'CLI-035') }
  return withHolder(tokens, client, { members })
}
