import type { Journal, Kind } from './journal'
import type { Received } from './reply'
import type { Line, Request } from './request'

/** Something on the tenant that this check made and has to remove. */
export interface Belonging {
  readonly kind: Kind
  /** How the tenant is told to remove it. */
  readonly remove: Line
  readonly name: string
}

interface Family {
  readonly kind: Kind
  readonly collection: `/${string}`
  readonly nameIn: string
  readonly idIn: string
}

const families: readonly Family[] = [
  { kind: 'client', collection: '/acs/broker/oauth2-clients', nameIn: 'client_id', idIn: 'client_id' },
  { kind: 'directory', collection: '/usergroup/broker/directories', nameIn: 'name', idIn: 'id' },
  { kind: 'identity-provider', collection: '/federation/broker/identity-providers', nameIn: 'idp_name', idIn: 'id' },
]

const member = (document: unknown, name: string): string | undefined => {
  const value =
    typeof document === 'object' && document !== null ? (document as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '') as unknown
  } catch {
    return undefined
  }
}

const bodyOf = ({ json, body }: Request): unknown =>
  body === undefined ? json : parsed(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))

const familyOf = ({ line }: Request) => {
  const [method = '', path = ''] = line.split(/[ ?]/)
  const trimmed = path.replace(/\/+$/, '')
  const family = families.find(({ collection }) => trimmed === collection || trimmed.startsWith(`${collection}/`))
  return family && { family, method, isCollection: trimmed === family.collection }
}

/**
 * What a request made, or may have made where no reply or a 5xx came; `undefined` where it makes nothing.
 * @param received the reply; absent where none came
 */
export const creationOf = (request: Request, received: Received | undefined): Belonging | undefined => {
  const found = familyOf(request)
  if (!found?.isCollection || found.method !== 'POST') return undefined
  if (received && received.status >= 300 && received.status < 500) return undefined
  const { kind, collection, nameIn, idIn } = found.family
  const name = member(bodyOf(request), nameIn)
  const id = member(parsed(received?.text), idIn) ?? (idIn === nameIn ? name : undefined)
  if (id === undefined) return undefined
  return { kind, name: name ?? id, remove: `DELETE ${collection}/${encodeURIComponent(id)}` }
}

/**
 * Watches the requests of a check: what may create something is written to the journal before it is sent, and what was
 * created (or may have been, where no reply came) is kept until it is removed. No suite has to think of it.
 * @param spared the id of the client the run was given: whatever a tenant answers, it is never removed
 */
export const belongingsOf = (journal: Journal, spared?: string) => {
  const kept = new Map<Line, Belonging>()

  return {
    /** To be called before a request is sent; the given function afterwards, without argument where no reply came. */
    watch(request: Request): (received?: Received) => void {
      const found = familyOf(request)
      if (!found) return () => {}
      const { family, method, isCollection } = found
      if (method === 'DELETE')
        return received => {
          const before = kept.get(request.line)
          if (!before || !received || (received.status >= 300 && received.status !== 404)) return
          kept.delete(request.line)
          journal.removed(before.kind, before.name)
        }
      if (method !== 'POST' || !isCollection) return () => {}
      const name = member(bodyOf(request), family.nameIn)
      if (name !== undefined && name !== spared) journal.creating(family.kind, name)
      return received => {
        const made = creationOf(request, received)
        if (made && made.remove !== `DELETE ${family.collection}/${encodeURIComponent(spared ?? '')}`)
          kept.set(made.remove, made)
      }
    },
    /** Takes over what somebody else could not remove. */
    adopt: (belonging: Belonging): void => void kept.set(belonging.remove, belonging),
    /** What is still there, youngest first. */
    left: (): readonly Belonging[] => [...kept.values()].toReversed(),
  }
}

export type Belongings = ReturnType<typeof belongingsOf>

/** For what outlives the check: the actors of a worker, who are removed at its end. */
export const unwatched: Pick<Belongings, 'watch'> = { watch: () => () => {} }
