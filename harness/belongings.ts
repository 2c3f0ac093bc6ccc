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
  readonly collection: string
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

/**
 * Watches the requests of a check: what may create something is written to the journal before it is sent, and what was
 * created (or may have been, where no reply came) is kept until it is removed. No suite has to think of it.
 */
export const belongingsOf = (journal: Journal) => {
  const kept = new Map<string, Belonging>()

  const keep = ({ kind, collection }: Family, name: string, id: string) => {
    const remove = `DELETE ${collection}/${encodeURIComponent(id)}` as Line
    kept.set(remove, { kind, name, remove })
  }

  return {
    /** To be called before a request is sent; the given function afterwards, without argument where no reply came. */
    watch(request: Request): (received?: Received) => void {
      const [method = '', path = ''] = request.line.split(/[ ?]/)
      const family = families.find(({ collection }) => path === collection || path.startsWith(`${collection}/`))
      if (!family) return () => {}
      if (method === 'DELETE')
        return received => {
          const before = kept.get(request.line)
          if (!before || !received || (received.status >= 300 && received.status !== 404)) return
          kept.delete(request.line)
          journal.removed(before.kind, before.name)
        }
      if (method !== 'POST' || path !== family.collection) return () => {}
      const name = member(bodyOf(request), family.nameIn)
      if (name !== undefined) journal.creating(family.kind, name)
      return received => {
        const isPossible = !received || received.status < 300 || received.status >= 500
        const id = member(parsed(received?.text), family.idIn) ?? (family.idIn === family.nameIn ? name : undefined)
        if (isPossible && id !== undefined) keep(family, name ?? id, id)
      }
    },
    /** What is still there, youngest first. */
    left: (): readonly Belonging[] => [...kept.values()].toReversed(),
  }
}

export type Belongings = ReturnType<typeof belongingsOf>

/** For what outlives the check: the actors of a worker, who are removed at its end. */
export const unwatched: Pick<Belongings, 'watch'> = { watch: () => () => {} }
