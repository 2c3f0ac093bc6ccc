import type { Change, Members, Name } from './command'
import type { State } from './state'

/** A command where it stands in a sequence: secrets and tokens are known by their numbers. */
export type Step =
  | {
      readonly do: 'create'
      readonly client: Name
      readonly members: Members
      readonly hasSecret: boolean
      readonly secret: number
    }
  | { readonly do: 'duplicate'; readonly client: Name; readonly members: Members; readonly secret: number }
  | { readonly do: 'patch'; readonly client: Name; readonly change: Change; readonly spares: boolean }
  | { readonly do: 'list'; readonly client: Name }
  | Start
  | { readonly do: 'ask'; readonly client: Name; readonly secret: number | 'wrong' }
  | { readonly do: 'use'; readonly client: Name; readonly token: number }
  | OnToken
  | {
      readonly do: 'read' | 'delete' | 'retire' | 'retire idle' | 'delete again' | 'patch gone'
      readonly client: Name
    }

/** A start, and the secret it brings. */
export interface Start {
  readonly do: 'start' | 'start again'
  readonly client: Name
  readonly secret: number
}

/** What is done to a token, and the secret its client says it with. */
export interface OnToken {
  readonly do: 'revoke' | 'revoke again'
  readonly client: Name
  readonly token: number
  readonly secret: number
}

/** Questions change nothing and may be asked again. */
export const isQuestion = ({ do: kind }: Step): boolean => ['read', 'list', 'ask', 'use'].includes(kind)

/** Numbers of so many things, latest first. */
export const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => count - 1 - index)

/** The secrets of all clients of a name, latest first. */
export const secretsOf = ({ secrets }: State, client: Name): readonly number[] =>
  numbers(secrets.length).filter(number => secrets[number]?.client === client)
