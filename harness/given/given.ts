import { mediaTypeHeaders } from '../media-type'
import { createClient, type Credentials } from '../requests'
import { secret } from '../secret-book'
import type { Belonging, Belongings } from '../belongings'
import type { Send } from '../send'
import type { Tenant } from '../tenant'
import { blockedBy } from '../trouble'
import { makeDirectory, type Directory } from './directory'
import { fetchToken, type Actor, type Actors, type Rights } from './actors'

/** Members of a client as `clients/create` allows them; `undefined` leaves a default out. */
export type ClientMembers = Readonly<Record<string, unknown>>

/** A client this check made: what it was made with, and what the tenant answered. */
export interface Client extends Credentials {
  readonly members: Readonly<Record<string, unknown>>
  readonly created: unknown
}

/** Setup as verbs. Whatever they make is removed after the check. */
export interface Given {
  /** A name nobody else has, with the mark of this run in front: fit for a client id. */
  name(): string
  /** The members of a small valid client, changed as asked for; nothing is sent. */
  members(change?: ClientMembers): Record<string, unknown>
  /** A client of its own: `client_credentials`, scope admin, read-only rule set, 60 minutes, unless changed. */
  client(change?: ClientMembers): Promise<Client>
  /** A token of a client of its own. */
  token(change?: ClientMembers): Promise<string>
  /** A token for a client. */
  tokenOf(client: Credentials): Promise<string>
  /** Credentials that get tokens and are shared by the checks of a worker: never change or delete that client. */
  credentials(): Promise<Credentials>
  /** A shared actor with a rule set; its client must not be changed. */
  actor(rights: Rights): Promise<Actor>
  /** The token of the shared TENANT_ADMIN actor. */
  admin(): Promise<string>
  /** A provisioned directory of its own with one domain. */
  directory(): Promise<Directory>
  /** The client the run was given. */
  bootstrap(): Promise<Actor>
}

let counter = 0

/**
 * The setup verbs of one check.
 * @param skip ends the check as skipped, with a reason
 */
export const givenVerbs = (
  tenant: Tenant,
  actors: Actors,
  send: Send,
  skip: (reason: string) => void,
  worker: number,
): Given => {
  const needsWrites = (what: string) => {
    if (!tenant.writes) skip(`${what} changes the tenant: set TENANT_WRITES=allow`)
  }
  const name = () => `cfh-${tenant.run}-w${worker}-${++counter}`
  const members = (change: ClientMembers = {}): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries({
        client_id: name(),
        secret: secret(),
        scope: ['admin'],
        grant_types: ['client_credentials'],
        access_token_ttl: 60,
        rule_set_names: ['READ_ONLY_TENANT_ADMIN'],
        ...change,
      }).filter(([, value]) => value !== undefined),
    )

  const actor = async (rights: Rights) => {
    if (rights !== 'TENANT_ADMIN') needsWrites(`An actor with ${rights}`)
    return actors.actor(rights)
  }
  const admin = async () => (await actor('TENANT_ADMIN')).token

  const client = async (change?: ClientMembers): Promise<Client> => {
    needsWrites('A client of its own')
    const made = members(change)
    const reply = await send(createClient(await admin(), made))
    const code = reply.at('/errors/0/code')
    if (reply.status !== 201)
      throw blockedBy(
        'CLI-001',
        `a client could not be created: ${reply.status}${typeof code === 'string' ? ` ${code}` : ''}`,
      )
    const given = made.secret ?? reply.at('/secret')
    return {
      client_id: String(made.client_id),
      secret: typeof given === 'string' ? given : '',
      members: made,
      created: reply.json(),
    }
  }
  const tokenOf = async (credentials: Credentials) => (await fetchToken(send, credentials)).token

  return {
    name, members, client, tokenOf, actor, admin,
    token: async change => tokenOf(await client(change)),
    credentials: async () => (await actor('TENANT_ADMIN')).credentials,
    directory: async () => {
      needsWrites('A directory of its own')
      return makeDirectory(send, await admin(), name())
    },
    bootstrap: () => actors.bootstrap(),
  } // prettier-ignore
}

const rounds = 3

/** What may go at once: things of one kind that were made one after the other do not hang on each other. */
const turnsOf = (things: readonly Belonging[]): readonly (readonly Belonging[])[] => {
  const turns: Belonging[][] = []
  for (const thing of things) {
    const turn = turns.at(-1)
    if (turn?.[0]?.kind === thing.kind) turn.push(thing)
    else turns.push([thing])
  }
  return turns
}

/**
 * Removes what a check made, youngest first; what is gone already is fine. Where the road is in trouble it is tried
 * again, and once more when all checks are over.
 * @returns what could not be removed, by name
 */
export const clearAway = async (belongings: Belongings, actors: Actors, send: Send): Promise<readonly string[]> => {
  const remove = async (): Promise<boolean> => {
    try {
      const { token } = await actors.bootstrap()
      let isThrough = true
      for (const turn of turnsOf(belongings.left())) {
        const replies = turn.map(({ remove }) =>
          send({ line: remove, bearer: token, headers: mediaTypeHeaders(remove, false) }),
        )
        isThrough = (await Promise.allSettled(replies)).every(({ status }) => status === 'fulfilled') && isThrough
      }
      return isThrough
    } catch {
      return false
    }
  }
  for (let round = 1; round <= rounds && belongings.left().length > 0; round++) if (await remove()) break
  const left = belongings.left()
  actors.keep(left)
  return left.map(({ name }) => name)
}
