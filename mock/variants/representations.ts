import type { Line } from '../routes'
import type { Distortion } from '../tenant'
import type { Variant } from './variant'

type Members = Readonly<Record<string, unknown>>

const lines: readonly Line[] = [
  'POST /acs/broker/oauth2-clients',
  'GET /acs/broker/oauth2-clients/{id}',
  'PATCH /acs/broker/oauth2-clients/{id}',
]

/** Another view of clients that are there; errors stay as they are. */
const ofClients = (view: (client: Members) => Members): Readonly<Partial<Record<Line, Distortion>>> => {
  const distort: Distortion = wire => {
    const client = wire.body as Members | undefined
    return client?.client_id === undefined ? wire : { ...wire, body: view(client) }
  }
  return Object.fromEntries(lines.map(line => [line, distort]))
}

const without = (name: string, client: Members): Members =>
  Object.fromEntries(Object.entries(client).filter(([each]) => each !== name))

const relative = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '')

const nulls = { redirect_uris: null, post_logout_redirect_uris: null, refresh_token_ttl: null, rotate_secret: null }

/** What a client looks like in answers. */
export const representations = {
  'no-links': {
    story: 'clients have no links',
    shows: 'Client: has no self link',
    excludes: ['links-relative'],
    distorts: ofClients(client => without('_links', client)),
  },
  'links-relative': {
    story: 'links begin at the root of the tenant',
    shows: 'Client: has a relative self link',
    distorts: ofClients(client => {
      const { href } = (client['_links'] as { self: { href: string } }).self
      return { ...client, _links: { self: { href: relative(href) } } }
    }),
  },
  'null-for-absent': {
    story: 'members without a value are null',
    shows: 'Client: shows a list that it was not given as null',
    excludes: ['empty-for-absent'],
    distorts: ofClients(client => ({ ...nulls, refresh_token_idle_ttl: null, ...client })),
  },
  'empty-for-absent': {
    story: 'lists without a value are empty',
    shows: 'Client: shows a list that it was not given as an empty list',
    distorts: ofClients(client => ({ redirect_uris: [], post_logout_redirect_uris: [], ...client })),
  },
  'identities-as-urn': {
    story: 'identities are written as urn:uuid (A-50)',
    shows: 'Client: has an identity that begins with urn:uuid:',
    distorts: ofClients(client => ({ ...client, id: `urn:uuid:${String(client.id)}` })),
  },
} satisfies Record<string, Variant>
