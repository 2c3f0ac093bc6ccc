import type { RequirementId } from '../../specs'
import type { MemberName, Name } from './command'

/** Whose promise a fact is; `unclear` where several changes since the last look may have spoilt it. */
export type Because = RequirementId | 'unclear'

/** Something that is promised of a tenant. */
export interface Fact<T> {
  readonly value: T
  /** Whose promise it is as long as nothing happens. */
  readonly base: Because
  /** Not seen yet since it changed, or something happened that must leave it alone: whose promise it is until then. */
  readonly doubt?: Because
}

/** A client as readers see it, and which of the sequence's secrets guard it. Kept also after its deletion. */
export interface Holder {
  /** Which client of this name it is, from 1. */
  readonly incarnation: number
  readonly isThere: Fact<boolean>
  readonly isListed: Fact<boolean>
  readonly members: { readonly [Member in MemberName]: Fact<unknown> }
  /** Whether a rotation is running. */
  readonly runs: Fact<boolean>
  readonly primary: number
  readonly secondary?: number
  /** Rotations that are over. */
  readonly completed: number
}

interface Owned {
  readonly client: Name
  readonly incarnation: number
}

/** A secret that was ever sent along or handed out; its number is its place among all. */
export interface KnownSecret extends Owned {
  readonly works: Fact<boolean>
  /** What it is, for the story: `the primary secret`. */
  readonly role: string
}

/** `open`: the documents do not say, or tolerate either. */
export type Life = 'good' | 'dead' | 'open'

/** A token that was handed out; its number is its place among all. */
export interface KnownToken extends Owned {
  readonly life: Fact<Life>
  /** Its client had the right to read when it was issued. */
  readonly mayRead: boolean
  /** It was seen to be refused with 401: nothing brings it back. */
  readonly isBuried: boolean
}

/** What is promised of a tenant at one moment of a sequence. Names not in it have never been used. */
export interface State {
  readonly clients: { readonly [Known in Name]?: Holder }
  readonly secrets: readonly KnownSecret[]
  readonly tokens: readonly KnownToken[]
}

export const beginning: State = { clients: {}, secrets: [], tokens: [] }

/** Something new, which nobody has seen yet. */
export const fact = <T>(value: T, base: Because, doubt = base): Fact<T> => ({ value, base, doubt })

/** The same fact after a change that must leave it alone. */
export const doubted = <T>(known: Fact<T>, by: Because): Fact<T> => ({
  ...known,
  doubt: known.doubt === undefined || known.doubt === by ? by : 'unclear',
})

/** The same fact after a look that showed it. */
export const confirmed = <T>({ value, base }: Fact<T>): Fact<T> => ({ value, base })

/** Whose promise a fact is just now. */
export const promisedBy = ({ base, doubt }: Fact<unknown>): Because => doubt ?? base

/** Whether something belongs to the client that has or last had the name. */
export const isOf = ({ clients }: State, client: Name, owned: Owned): boolean =>
  owned.client === client && owned.incarnation === clients[client]?.incarnation

const readers = ['TENANT_ADMIN', 'READ_ONLY_TENANT_ADMIN']

/** Whether these members give the right to read clients. */
export const mayRead = ({ members: { scope, rule_set_names } }: Holder): boolean =>
  (scope.value as readonly string[]).includes('admin') &&
  (rule_set_names.value as readonly string[]).some(name => readers.includes(name))
