import {
  cannotTell, createClient, createDirectory, createIdentityProvider, deleteClient, listClients, listDirectories,
  listIdentityProviders, patchClient, readClient, readDirectory, readIdentityProvider, readSyncClient, rotateSecret,
  type Client, type Given, type Reply, type Request, type Send,
} from '../../harness' // prettier-ignore
import { nobodysId } from '../authentication/nobody'

interface Strangers {
  readonly admin: string
  readonly given: Given
}

interface Owners extends Strangers {
  readonly own: Client
  /** Tokens without the right to write, and without any. */
  readonly reader: string
  readonly nobody: string
}

type Table<Cast> = readonly (readonly [status: number, slip: string, ask: (cast: Cast) => Request])[]

/** Invalid management requests that name nothing that exists: they leave nothing, whatever the tenant does wrong. */
const aboutNothing: Table<Strangers> = [
  [401, 'clients without credentials', () => listClients()],
  [401, 'directories with a bad token', () => listDirectories('not-a-token')],
  [401, 'identity providers without credentials', () => listIdentityProviders()],
  [404, 'reading no client', ({ admin, given }) => readClient(admin, given.name())],
  [404, 'changing no client', ({ admin, given }) => patchClient(admin, given.name(), { access_token_ttl: 30 })],
  [404, 'deleting no client', ({ admin, given }) => deleteClient(admin, given.name())],
  [404, 'rotating no client', ({ admin, given }) => rotateSecret(admin, given.name(), 'retire-primary-secret')],
  [404, 'reading no directory', ({ admin }) => readDirectory(admin, nobodysId)],
  [404, 'the sync client of no directory', ({ admin }) => readSyncClient(admin, nobodysId)],
  [404, 'reading no identity provider', ({ admin }) => readIdentityProvider(admin, nobodysId)],
  [400, 'no client_id', ({ admin, given }) => createClient(admin, given.members({ client_id: undefined }))],
  [400, 'no scope', ({ admin, given }) => createClient(admin, given.members({ scope: undefined }))],
  [400, 'a grant_type nobody knows', ({ admin, given }) => createClient(admin, given.members({ grant_types: ['x'] }))],
  [400, 'a rule set nobody knows', ({ admin, given }) => createClient(admin, given.members({ rule_set_names: ['x'] }))],
  [400, 'a body that ends too early', ({ admin }) => ({ ...createClient(admin, {}), body: '{"client_id":' })],
  [400, 'a list for a body', ({ admin }) => createClient(admin, [])],
  [400, 'a directory without a name', ({ admin }) => createDirectory(admin, {})],
  [400, 'an identity provider without members', ({ admin }) => createIdentityProvider(admin, {})],
]

/** Invalid management requests about an own client. */
const aboutOwnClient: Table<Owners> = [
  [400, 'a negative lifetime', ({ admin, own }) => patchClient(admin, own.client_id, { access_token_ttl: -1 })],
  [400, 'an action nobody knows', ({ admin, own }) => rotateSecret(admin, own.client_id, 'forget-secret')],
  [403, 'creating with a read-only token', ({ reader, given }) => createClient(reader, given.members())],
  [403, 'deleting with a read-only token', ({ reader, own }) => deleteClient(reader, own.client_id)],
  [403, 'changing with no rights', ({ nobody, own }) => patchClient(nobody, own.client_id, { access_token_ttl: 30 })],
  [409, 'a client_id that is taken', ({ admin, given, own }) => createClient(admin, given.members({ client_id: own.client_id }))],
] // prettier-ignore

/** What came of one slip. */
export type Provoked = readonly [slip: string, reply: Reply]

const strangers = async (given: Given): Promise<Strangers> => ({ admin: await given.admin(), given })

const owners = async (given: Given): Promise<Owners> => ({
  ...(await strangers(given)),
  own: await given.client(),
  reader: (await given.actor('READ_ONLY_TENANT_ADMIN')).token,
  nobody: (await given.actor('NONE')).token,
})

const play = async <Cast>(table: Table<Cast>, cast: Cast, send: Send): Promise<readonly Provoked[]> => {
  const replies: Provoked[] = []
  for (const [status, slip, ask] of table) replies.push([`${slip} (${status})`, await send(ask(cast))])
  return replies
}

/** The two groups of slips, the second of which needs a tenant that may be changed, and how each is played. */
export const provocations: readonly (readonly [
  group: string,
  provoke: (given: Given, send: Send) => Promise<readonly Provoked[]>,
])[] = [
  ['about nothing that exists', async (given, send) => play(aboutNothing, await strangers(given), send)],
  ['about an own client', async (given, send) => play(aboutOwnClient, await owners(given), send)],
]

/** Statuses that are answered in front of the tenant: their bodies are nobody's promise. */
const fromTheGateway = [413, 414, 421, 429, 431, 444]

/** Those slips that were refused by the tenant; what was accepted or answered 5xx is judged by ERR-008 and ERR-009. */
export const refusalsAmong = (replies: readonly Provoked[]): readonly Provoked[] => {
  const refusals = replies.filter(([, { status }]) => status >= 400 && status < 500 && !fromTheGateway.includes(status))
  return refusals.length > 0 ? refusals : cannotTell('no slip was refused with 4xx')
}
