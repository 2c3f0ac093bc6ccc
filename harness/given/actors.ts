import { createClient, tokenRequest, type Credentials } from '../requests'
import type { Connection } from '../connection'
import { secret } from '../secret-book'
import { sender, type Send } from '../send'
import type { Belonging, Belongings } from '../belongings'
import type { Tenant } from '../tenant'
import { blockedBy } from '../trouble'
import { removing } from './removing'

/** The rights an actor has: a rule set of the reference, none, or two of them. */
export type Rights = 'TENANT_ADMIN' | 'IDP_AND_DIRECTORY_ADMIN' | 'READ_ONLY_TENANT_ADMIN' | 'NONE'

/** A client with the admin scope and a rule set, and a token that is still good for a while. */
export interface Actor {
  readonly rights: Rights
  readonly credentials: Credentials
  readonly token: string
}

interface Held {
  readonly credentials: Credentials
  readonly token: string
  /** Milliseconds of this process's clock at which the token is not used any more. */
  readonly until: number
}

const minutes = 60

const words = (status: number, code: unknown) => `${status}${typeof code === 'string' ? ` ${code}` : ''}`

/** A token for these credentials, and for how many seconds it is good. Blocked by TOK-001 where none is given. */
export const fetchToken = async (send: Send, credentials: Credentials): Promise<{ token: string; seconds: number }> => {
  const reply = await send(tokenRequest(credentials))
  const token = reply.at('/access_token')
  if (reply.status !== 200 || typeof token !== 'string')
    throw blockedBy('TOK-001', `no token for ${credentials.client_id}: ${words(reply.status, reply.at('/error'))}`)
  const seconds = reply.at('/expires_in')
  return { token, seconds: typeof seconds === 'number' ? seconds : 60 }
}

const good = (held: Held | undefined): Held | undefined => (held && Date.now() < held.until ? held : undefined)

/**
 * The actors of one worker: each rule set gets a client when it is first asked for and keeps it to the end; tokens are
 * fetched once and renewed before they expire. A read-only run has one actor, the client it was given.
 * @param own what outlives the checks of the worker
 */
export const actorsOf = (tenant: Tenant, own: Belongings, connection: Connection, worker: number) => {
  const send = sender(connection, own, 'given')
  const held = new Map<Rights | 'bootstrap', Held>()
  const established = new Map<Rights, Promise<Credentials>>()

  const renew = async (key: Rights | 'bootstrap', credentials: Credentials): Promise<Held> => {
    const { token, seconds } = await fetchToken(send, credentials)
    const fresh = { credentials, token, until: Date.now() + Math.max(seconds - 60, seconds / 2) * 1000 }
    held.set(key, fresh)
    return fresh
  }

  const bootstrap = async (): Promise<Held> => {
    const before = good(held.get('bootstrap'))
    if (before) return before
    return renew('bootstrap', { client_id: tenant.client.id, secret: tenant.client.secret })
  }

  const tries = new Map<Rights, number>()
  const again = (rights: Rights): string => {
    const count = (tries.get(rights) ?? 0) + 1
    tries.set(rights, count)
    return count === 1 ? '' : `-${count}`
  }

  const establish = async (rights: Rights): Promise<Credentials> => {
    const credentials = {
      // A second attempt needs a name of its own: what became of the first is not known.
      client_id: `cfh-${tenant.run}-w${worker}-${rights.toLowerCase().replaceAll('_', '-')}${again(rights)}`,
      secret: secret(),
    }
    const { token } = await bootstrap()
    const reply = await send(
      createClient(token, {
        ...credentials,
        scope: ['admin', 'user'],
        grant_types: ['client_credentials'],
        access_token_ttl: minutes,
        rule_set_names: rights === 'NONE' ? [] : [rights],
      }),
    )
    if (reply.status !== 201)
      throw blockedBy('CLI-001', `no client with ${rights}: ${words(reply.status, reply.at('/errors/0/code'))}`)
    return credentials
  }

  /** Several verbs of one check may want the same actor at the same time; what failed may be tried again. */
  const establishOnce = async (rights: Rights): Promise<Credentials> => {
    const attempt = established.get(rights) ?? establish(rights)
    established.set(rights, attempt)
    return attempt.catch((error: unknown) => {
      established.delete(rights)
      throw error
    })
  }

  return {
    /** The client the run was given. */
    bootstrap: async (): Promise<Actor> => ({ rights: 'TENANT_ADMIN', ...(await bootstrap()) }),

    /** The actor with these rights; created on first use. */
    async actor(rights: Rights): Promise<Actor> {
      if (!tenant.writes && rights === 'TENANT_ADMIN') return { rights, ...(await bootstrap()) }
      const before = held.get(rights)
      if (before && good(before)) return { rights, ...before }
      return { rights, ...(await renew(rights, await establishOnce(rights))) }
    },

    /** Takes over what a check could not remove, to try again at the end. */
    keep: (left: readonly Belonging[]): void => left.forEach(own.adopt),

    /** Removes the actors' clients, without evidence: no check is under way any more. */
    async retire(): Promise<void> {
      const { id: client_id, secret } = tenant.client
      const gone = await removing(connection, { client_id, secret }, own.left())
      // What is not gone the journal still holds: the sweep finds it.
      gone.forEach(own.forget)
    },
  }
}

export type Actors = ReturnType<typeof actorsOf>
