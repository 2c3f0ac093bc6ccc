import { createClient, deleteClient, tokenRequest, type Credentials } from '../requests'
import type { Connection } from '../connection'
import type { Journal } from '../journal'
import { outgoing } from '../request'
import { secret } from '../secret-book'
import { sender, type Send } from '../send'
import { unwatched } from '../belongings'
import type { Tenant } from '../tenant'
import { blockedBy } from '../trouble'

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
 */
export const actorsOf = (tenant: Tenant, journal: Journal, connection: Connection, worker: number) => {
  const send = sender(connection, unwatched, 'given')
  const held = new Map<Rights | 'bootstrap', Held>()
  const established = new Map<Rights, Promise<Credentials>>()
  const own: string[] = []

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

  const establish = async (rights: Rights): Promise<Credentials> => {
    const credentials = {
      client_id: `cfh-${tenant.run}-w${worker}-${rights.toLowerCase().replaceAll('_', '-')}`,
      secret: secret(),
    }
    const { token } = await bootstrap()
    journal.creating('client', credentials.client_id)
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
    own.push(credentials.client_id)
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

    /** Removes the actors' clients, without evidence: no check is under way any more. */
    async retire(): Promise<void> {
      const token = held.get('bootstrap')?.token
      for (const id of own.splice(0))
        await connection.transmit(outgoing(deleteClient(token, id))).then(
          ({ status }) => (status === 204 || status === 404 ? journal.removed('client', id) : undefined),
          () => undefined, // The journal still holds it: the sweep finds it.
        )
    },
  }
}

export type Actors = ReturnType<typeof actorsOf>
