import type { Command, Members, Name, OnTokens } from './command'
import { isOf, type Holder, type KnownToken, type State } from './state'
import { numbers, secretsOf, type Step } from './step'

/** The next step on the way to a command, and whether it is the command already. */
interface Way {
  readonly step: Step
  readonly isArrival: boolean
}

const arrival = (step: Step): Way => ({ step, isArrival: true })
const first = (step: Step): Way => ({ step, isArrival: false })

const plainMembers: Members = {
  scope: ['admin'],
  grant_types: ['client_credentials'],
  access_token_ttl: 60,
  rule_set_names: ['READ_ONLY_TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN'],
  redirect_uris: [],
  post_logout_redirect_uris: [],
}

const creation = ({ secrets }: State, client: Name): Step => ({
  do: 'create',
  client,
  members: plainMembers,
  hasSecret: true,
  secret: secrets.length,
})

const ofToken = (state: State, { do: kind, back }: Extract<Command, { do: OnTokens }>): Way => {
  const lives = (token: KnownToken) =>
    isOf(state, token.client, token) && state.clients[token.client]?.isThere.value === true
  const isRevoked = ({ life }: KnownToken) => life.value === 'dead' && life.base === 'REV-002'
  const fits = (token: KnownToken): boolean => {
    if (kind === 'use') return token.life.value !== 'open'
    return kind === 'revoke' ? token.life.value !== 'dead' : isRevoked(token)
  }
  const among = (passes: (token: KnownToken) => boolean) =>
    numbers(state.tokens.length).filter(number => {
      const token = state.tokens[number] as KnownToken
      return lives(token) && passes(token)
    })
  const fitting = among(fits)
  const token = fitting[back % fitting.length]
  if (token === undefined)
    return kind === 'revoke again' ? first(ofToken(state, { do: 'revoke', back }).step) : first(issue(state))
  const { client } = state.tokens[token] as KnownToken
  const { primary: secret } = state.clients[client] as Holder
  return arrival(kind === 'use' ? { do: kind, client, token } : { do: kind, client, token, secret })
}

/** Somebody gets a token: the first client there is. */
const issue = (state: State): Step => {
  const holder = state.clients.A
  return holder?.isThere.value ? { do: 'ask', client: 'A', secret: holder.primary } : creation(state, 'A')
}

const chosen = (secrets: readonly number[], back: number | 'wrong'): number | 'wrong' =>
  back === 'wrong' ? back : (secrets[back % secrets.length] ?? 'wrong')

const isOnTokens = (command: Command): command is Extract<Command, { do: OnTokens }> => !('client' in command)

type OnClient = Exclude<Command, { do: OnTokens }>

/** Commands for a client that is there. */
const whereThere = (state: State, holder: Holder, command: OnClient): Way | undefined => {
  const { client } = command
  const runs = holder.runs.value
  const secret = state.secrets.length
  switch (command.do) {
    case 'duplicate':
      return arrival({ ...command, secret })
    case 'patch':
      return command.inRotation && !runs ? first({ do: 'start', client, secret }) : arrival(command)
    case 'start':
      return runs ? undefined : arrival({ do: 'start', client, secret })
    case 'start again':
      return runs ? arrival({ do: 'start again', client, secret }) : first({ do: 'start', client, secret })
    case 'retire':
      return runs ? arrival({ do: 'retire', client }) : first({ do: 'start', client, secret })
    case 'retire idle':
      return runs ? undefined : arrival({ do: 'retire idle', client })
    case 'create':
      return first({ do: 'delete', client })
    case 'delete':
      return arrival({ do: 'delete', client })
    case 'delete again':
    case 'patch gone':
      return first({ do: 'delete', client })
    default:
      return undefined
  }
}

/**
 * The next step on the way to a command: what it needs comes first, such as a client, a rotation or a token, so that a
 * short list of commands makes a full story. Nothing where a command makes no sense where it stands.
 */
export const towards = (state: State, command: Command): Way | undefined => {
  if (isOnTokens(command)) return ofToken(state, command)
  const { client } = command
  const holder = state.clients[client]
  const isThere = holder?.isThere.value === true
  if (command.do === 'create' && !isThere) return arrival({ ...command, secret: state.secrets.length })
  if (!holder) return first(creation(state, client))
  switch (command.do) {
    case 'read':
      return arrival({ do: 'read', client })
    case 'list':
      return arrival({ do: 'list', client })
    case 'ask':
      return arrival({ do: 'ask', client, secret: chosen(secretsOf(state, client), command.back) })
    case 'delete again':
    case 'patch gone':
      return isThere ? first({ do: 'delete', client }) : arrival({ do: command.do, client })
    default:
      return isThere ? whereThere(state, holder, command) : first(creation(state, client))
  }
}
