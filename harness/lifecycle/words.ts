import { memberNames, type Members } from './command'
import type { State } from './state'
import type { Step } from './step'

const listed = (values: readonly string[]) => (values.length === 0 ? 'nothing' : values.join(' and '))

const value = (of: Members[keyof Members]): string => (typeof of === 'number' ? String(of) : listed(of))

const membersOf = (members: Members): string =>
  memberNames
    .filter(name => name !== 'grant_types' && value(members[name]) !== 'nothing')
    .map(name => `${name} ${value(members[name])}`)
    .join(', ')

const named = (secret: number): string => `s${secret + 1}`

const roleOf = (state: State, secret: number | 'wrong'): string =>
  secret === 'wrong' ? 'a secret nobody gave it' : `${named(secret)}, ${state.secrets[secret]?.role ?? 'its secret'}`

/**
 * A step in plain words, for the story of a sequence: secrets and tokens by name, as in `start a rotation of A to s2`.
 * @param state what was promised before the step
 */
export const inPlainWords = (state: State, step: Step): string => {
  const { client } = step
  const isKnown = state.clients[client] !== undefined
  switch (step.do) {
    case 'create':
      return `create client ${client}${isKnown ? ' once more' : ''} with ${
        step.hasSecret ? `secret ${named(step.secret)}` : `a generated secret, ${named(step.secret)}`
      }, ${membersOf(step.members)}`
    case 'duplicate':
      return `create client ${client}, which exists, with secret ${named(step.secret)}, ${membersOf(step.members)}`
    case 'read':
      return `read ${client}`
    case 'list':
      return `look for ${client} in the list`
    case 'patch': {
      const [name, to] = step.change
      return `change ${name} of ${client} to ${value(to)}${step.spares ? ', with revoke_token_on_rule_set_removal=false' : ''}`
    }
    case 'patch gone':
      return `change access_token_ttl of ${client}, which is deleted`
    case 'start':
      return `start a rotation of ${client} to ${named(step.secret)}`
    case 'start again':
      return `start a rotation of ${client} to ${named(step.secret)} while one is running`
    case 'retire':
      return `retire the primary secret of ${client}`
    case 'retire idle':
      return `retire the primary secret of ${client} without a rotation`
    case 'delete':
      return `delete ${client}`
    case 'delete again':
      return `delete ${client}, which is deleted`
    case 'ask':
      return `ask for a token of ${client} with ${roleOf(state, step.secret)}`
    case 'use':
      return `read ${client} with its token t${step.token + 1}`
    case 'revoke':
      return `revoke token t${step.token + 1} of ${client} with ${named(step.secret)}`
    default:
      return `revoke token t${step.token + 1} of ${client}, which is revoked, with ${named(step.secret)}`
  }
}

/** What a step hands out if it is answered as promised, behind its words: ` (gives t1)`. */
export const handedOut = ({ secrets, tokens }: State, step: Step): string =>
  step.do === 'ask' && step.secret !== 'wrong' && secrets[step.secret]?.works.value
    ? ` (gives t${tokens.length + 1})`
    : ''
