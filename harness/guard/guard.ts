import { textIn } from '../families'
import type { GuestRules } from '../guest-settings'
import { nobodysId } from '../nobody'
import { outgoing, type Request } from '../request'
import { namesOf } from '../run-mark'
import type { Tenant } from '../tenant'
import { ceilingOf, type Counters } from './ceiling'
import { placeOf, type Place } from './places'
import { onlyReads, ReadOnly, Refusal } from './refusal'
import { readingsOf } from './targets'

/** A request before it is sent; the probe may write another target on the wire than its line says. */
export type Asked = Request & { readonly target?: string }

/** Holds a guest to the rules: whatever breaks one is refused before it is sent. */
export interface Guard {
  /**
   * @param body what the request carries, as a value
   * @throws Refusal where a guest must not send this, ReadOnly where this run must not, Trouble where the run has had its share
   */
  admit(request: Asked, body: unknown): void
  /** @throws Trouble where one more object is more than the run may have at once; to be called once it is journaled */
  makeRoom(): void
  /** Notes what this run has made. */
  made(kind: Place['kind'], id: string): void
  /** Notes a token that the tenant gave out: what is asked with it counts. */
  issued(token: string): void
  /** Notes the id of a client that nobody has, as it stands in a path. */
  vacant(id: string): void
  /** Whether this is the client that the run was given. */
  isSpared(id: string): boolean
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** No client can have this id, so that making one of that name touches nobody's. */
const isImpossible = (id: string) => !/^[\w\-.@]{1,256}$/.test(id)

/** Other ways of saying that a method is meant which is not on the request line. */
const isDisguised = ({ headers = {}, query = {} }: Asked): boolean =>
  '_method' in query || Object.keys(headers).some(name => /^x-(http-)?method/i.test(name))

const shown = (request: Asked) => {
  const { method, target } = outgoing(request)
  return `${method} ${request.target ?? target}`
}

/**
 * The guard of one worker.
 * @param counters what all workers of the run have made and asked together
 */
export const guardOf = (
  tenant: Pick<Tenant, 'client' | 'run' | 'writes'> & GuestRules,
  counters: Counters = {},
): Guard => {
  const [mark, spared] = [namesOf(tenant.run).toLowerCase(), tenant.client.id.toLowerCase()]
  const held = new Set<string>()
  const tokens = new Set<string>()
  const vacant = new Set<string>()
  const ceiling = ceilingOf(tenant, counters)

  const isSpared = (id: string) => id.trim().toLowerCase() === spared
  const isMarked = (id: string) => id.toLowerCase().includes(mark)
  const isOurs = ({ kind, id = '' }: Place) =>
    id.toLowerCase().startsWith(mark) || id === nobodysId || held.has(`${kind} ${id}`)

  const objectionToCreation = ({ kind }: Place, request: Asked, body: unknown): string | undefined => {
    const name = textIn(body, kind === 'client' ? 'client_id' : kind === 'directory' ? 'name' : 'idp_name')
    if (kind === 'user' || kind === 'group' || name === undefined) return undefined
    if (isSpared(name)) return 'the client that the run was given is never made anew'
    const isFree =
      isMarked(name) || (kind === 'client' && (isImpossible(name.trim()) || vacant.has(encodeURIComponent(name))))
    if (!isFree) return `the name ${name.slice(0, 60)} does not carry the mark of this run`
    const isMeant = request.bearer !== undefined && tokens.has(request.bearer)
    if (isMeant && !tenant.writes) throw new ReadOnly(onlyReads)
    return undefined
  }

  const objection = (method: string, place: ReturnType<typeof placeOf>, request: Asked, body: unknown) => {
    if (place === 'login') return undefined
    if (place === 'elsewhere') return 'nobody knows what that would change'
    const { kind, id } = place
    if (id === undefined) {
      if (method === 'POST') return objectionToCreation(place, request, body)
      return method === 'PUT' && body === undefined ? undefined : `it is about every ${kind} of the tenant`
    }
    if (id === '.search' && method === 'POST') return undefined
    if (isSpared(id)) return 'the client that the run was given is never changed'
    if (isSpared(textIn(body, 'client_id') ?? '')) return 'nobody takes the name of the client that the run was given'
    return isOurs(place) ? undefined : `this run has not made that ${kind}`
  }

  return {
    admit(request, body) {
      const method = request.line.slice(0, request.line.indexOf(' '))
      const isWrite = !safe.has(method) || isDisguised(request)
      const target = request.target ?? request.line.slice(method.length + 1)
      const places = isWrite ? readingsOf(target).map(placeOf) : []
      for (const place of places) {
        const because = objection(method, place, request, body)
        if (because !== undefined) throw new Refusal(`${shown(request)} is not sent: ${because}`)
      }
      const isRemoval = method === 'DELETE' && places.some(place => typeof place === 'object' && isOurs(place))
      // A token of the given client is what a removal needs.
      const isForCleaning = isRemoval || (request.basic !== undefined && isSpared(request.basic[0]))
      if (!isForCleaning) ceiling.ask()
    },
    makeRoom: () => ceiling.make(),
    made: (kind, id) => void held.add(`${kind} ${id}`),
    issued: token => void tokens.add(token),
    vacant: id => void vacant.add(id),
    isSpared,
  }
}
