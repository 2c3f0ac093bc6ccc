import { memberNames, names, type Name } from './command'
import type { Seen } from './promise'
import { promisesOf } from './promises'
import { isOf, type Because, type Fact, type State } from './state'
import { secretsOf, type Step } from './step'

/** What can be looked at: the client as readers see it, its place in the list, its secrets, its tokens. */
export type View = 'record' | 'listing' | 'secrets' | 'tokens'

const questionsOf = (state: State, client: Name): Readonly<Record<View, readonly Step[]>> => ({
  record: [{ do: 'read', client }],
  listing: [{ do: 'list', client }],
  secrets: secretsOf(state, client).map(secret => ({ do: 'ask', client, secret })),
  tokens: state.clients[client]?.isThere.value
    ? state.tokens.flatMap((token, number): Step[] =>
        isOf(state, client, token) && token.life.value !== 'open' ? [{ do: 'use', client, token: number }] : [],
      )
    : [],
})

const factsBehind = ({ clients, secrets, tokens }: State, step: Step): readonly (Fact<unknown> | undefined)[] => {
  const holder = clients[step.client]
  switch (step.do) {
    case 'read':
      return [holder?.isThere, holder?.runs, ...memberNames.map(name => holder?.members[name])]
    case 'list':
      return [holder?.isListed]
    case 'ask':
      return step.secret === 'wrong' ? [] : [secrets[step.secret]?.works]
    case 'use':
      return [tokens[step.token]?.life]
    default:
      return []
  }
}

/**
 * What is to be looked at after a step, so that whatever is wrong later was not so before.
 * @param views what is kept an eye on
 */
export const looks = (state: State, client: Name, views: readonly View[]): readonly Step[] => {
  const all = state.clients[client] && questionsOf(state, client)
  if (!all) return []
  return views
    .flatMap(view => all[view])
    .filter(step => factsBehind(state, step).some(each => each?.doubt !== undefined))
}

const everything = ['record', 'listing', 'secrets', 'tokens'] as const

/** No answer at all, where only promises matter. */
export const nothingSeen: Seen = { status: 0, size: 0, at: () => undefined }

/** All questions about all clients whose answers a requirement promises. */
export const examination = (state: State, subject: Because): readonly Step[] =>
  names
    .filter(client => state.clients[client])
    .flatMap(client => everything.flatMap(view => questionsOf(state, client)[view]))
    .filter(step => promisesOf(state, step, nothingSeen, '').some(({ by }) => by === subject))
