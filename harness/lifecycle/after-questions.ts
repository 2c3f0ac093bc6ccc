import { withHolder } from './change'
import { memberNames } from './command'
import type { Seen } from './promise'
import { confirmed, fact, mayRead, type Holder, type KnownSecret, type KnownToken, type State } from './state'
import type { Step } from './step'

const membersConfirmed = ({ members }: Holder): Holder['members'] =>
  Object.fromEntries(memberNames.map(name => [name, confirmed(members[name])])) as unknown as Holder['members']

const read = (state: State, { client }: Step): State => {
  const holder = state.clients[client] as Holder
  const isThere = confirmed(holder.isThere)
  return holder.isThere.value
    ? withHolder(state, client, { isThere, members: membersConfirmed(holder), runs: confirmed(holder.runs) })
    : withHolder(state, client, { isThere })
}

const asked = (state: State, { client, secret }: Step & { do: 'ask' }): State => {
  if (secret === 'wrong') return state
  const { works } = state.secrets[secret] as KnownSecret
  const secrets = state.secrets.with(secret, { ...(state.secrets[secret] as KnownSecret), works: confirmed(works) })
  if (!works.value) return { ...state, secrets }
  const holder = state.clients[client] as Holder
  const token: KnownToken = {
    client,
    life: fact('good', 'TOK-010'),
    incarnation: holder.incarnation,
    mayRead: mayRead(holder),
    isBuried: false,
  }
  return { ...state, secrets, tokens: [...state.tokens, token] }
}

const used = (state: State, { token }: Step & { do: 'use' }, { status }: Seen): State => {
  const before = state.tokens[token] as KnownToken
  const after = { ...before, life: confirmed(before.life), isBuried: before.isBuried || status === 401 }
  return { ...state, tokens: state.tokens.with(token, after) }
}

/** What is promised after a question that was answered as promised: what was in doubt is so no more. */
export const afterQuestion = (state: State, step: Step, seen: Seen): State => {
  switch (step.do) {
    case 'read':
      return read(state, step)
    case 'list':
      return withHolder(state, step.client, { isListed: confirmed((state.clients[step.client] as Holder).isListed) })
    case 'ask':
      return asked(state, step)
    case 'use':
      return used(state, step, seen)
    default:
      return state
  }
}
