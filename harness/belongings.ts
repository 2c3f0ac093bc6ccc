import { families, parsed, textIn, type Kind } from './families'
import type { Asked, Guard } from './guard/guard'
import type { Journal } from './journal'
import type { Received } from './reply'
import type { Line, Request } from './request'

/** Something on the tenant that this check made and has to remove. */
export interface Belonging {
  readonly kind: Kind
  readonly id: string
  /** How the tenant is told to remove it. */
  readonly remove: Line
  readonly name: string
}

const bodyOf = ({ json, body }: Request): unknown =>
  body === undefined ? json : parsed(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))

const familyOf = ({ line }: Request) => {
  const [method = '', path = ''] = line.split(/[ ?]/)
  const trimmed = path.replace(/\/+$/, '')
  const family = families.find(({ collection }) => trimmed === collection || trimmed.startsWith(`${collection}/`))
  return family && { family, method, rest: trimmed.slice(family.collection.length + 1) }
}

/** The line that removes a thing. */
export const removalOf = (kind: Kind, id: string): Line =>
  `DELETE ${families.find(family => family.kind === kind)?.collection ?? '/'}/${encodeURIComponent(id)}`

/**
 * What a request made, or may have made where no reply or a 5xx came; `undefined` where it makes nothing.
 * @param received the reply; absent where none came
 */
export const creationOf = (request: Request, received: Received | undefined): Belonging | undefined => {
  const found = familyOf(request)
  if (found?.rest !== '' || found.method !== 'POST') return undefined
  if (received && received.status >= 300 && received.status < 500) return undefined
  const { kind, nameIn, idIn } = found.family
  const name = textIn(bodyOf(request), nameIn)
  const id = textIn(parsed(received?.text), idIn) ?? (idIn === nameIn ? name : undefined)
  if (id === undefined) return undefined
  return { kind, id, name: name ?? id, remove: removalOf(kind, id) }
}

const isSuccess = (received: Received | undefined) => received && received.status >= 200 && received.status < 300

/** What the guard learns from a reply: tokens, users and groups, names that nobody has. */
const teach = (guard: Guard, request: Request, received: Received | undefined): void => {
  if (/^POST \/acs\/token\b/.test(request.line)) {
    const token = isSuccess(received) && textIn(parsed(received?.text), 'access_token')
    if (token) guard.issued(token)
  }
  const [, kind] = /^POST \/usergroup\/scim\/v2\/(User|Group)s$/.exec(request.line) ?? []
  const id = kind !== undefined && isSuccess(received) && textIn(parsed(received?.text), 'id')
  if (id) guard.made(kind === 'User' ? 'user' : 'group', id)
}

type Done = (received?: Received) => void

/**
 * Watches the requests of a check: what a guest must not send is refused; what may create something is written to the
 * journal before it is sent; and what was created (or may have been, where no reply came) is kept until it is removed.
 * No suite has to think of it.
 */
export const belongingsOf = (journal: Journal, guard: Guard) => {
  const kept = new Map<Line, Belonging>()

  const removing =
    (line: Line): Done =>
    received => {
      const before = kept.get(line)
      if (!before || !received || (received.status >= 300 && received.status !== 404)) return
      kept.delete(line)
      journal.removed(before.kind, before.name)
    }

  const creating = (request: Request, kind: Kind, name: string | undefined): Done => {
    if (name !== undefined) {
      journal.creating(kind, name)
      try {
        guard.makeRoom()
      } catch (error) {
        journal.refused(kind, name)
        throw error
      }
    }
    return received => {
      const made = creationOf(request, received)
      const isRefused = received && received.status >= 300 && received.status < 500
      if (isRefused && name !== undefined) journal.refused(kind, name)
      if (!made || guard.isSpared(made.id)) return
      kept.set(made.remove, made)
      guard.made(kind, made.id)
      if (isSuccess(received)) journal.created(kind, made.name, made.id)
    }
  }

  return {
    /**
     * To be called before a request is sent; the given function afterwards, without argument where no reply came.
     * @throws Refusal, Trouble where the request must not be sent
     */
    watch(request: Asked): Done {
      const found = familyOf(request)
      const body = request.line.startsWith('GET ') ? undefined : bodyOf(request)
      guard.admit(request, body)
      if (!found) return received => teach(guard, request, received)
      const { family, method, rest } = found
      if (method === 'DELETE') return removing(request.line)
      if (method === 'POST' && rest === '') return creating(request, family.kind, textIn(body, family.nameIn))
      if (method !== 'GET' || family.kind !== 'client' || rest === '') return () => {}
      return received => (received?.status === 404 ? guard.vacant(rest) : undefined)
    },
    /** It is gone: somebody has removed it without this list. */
    forget(thing: Belonging): void {
      if (kept.delete(thing.remove)) journal.removed(thing.kind, thing.name)
    },
    /** Another list of the same owner. */
    another: (): Belongings => belongingsOf(journal, guard),
    /** Takes over what somebody else could not remove. */
    adopt: (belonging: Belonging): void => void kept.set(belonging.remove, belonging),
    /** What is still there, youngest first. */
    left: (): readonly Belonging[] => [...kept.values()].toReversed(),
  }
}

/** What somebody has made, and how it is watched. */
export interface Belongings {
  readonly watch: (request: Asked) => Done
  readonly forget: (thing: Belonging) => void
  readonly another: () => Belongings
  readonly adopt: (belonging: Belonging) => void
  readonly left: () => readonly Belonging[]
}
