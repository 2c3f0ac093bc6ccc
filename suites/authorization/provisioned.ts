import {
  cannotTell,
  createGroup,
  createUser,
  generateCredentials,
  scimUser,
  test,
  type Directory,
  type Reply,
} from '../../harness'
import type { Ways } from './families'

/** A directory of its own and a token of its sync client. */
export interface Synced {
  readonly directory: Directory
  readonly sync: string
}

/** Such a directory with a user and a group in it. */
export interface Provisioned extends Synced {
  readonly user: string
  readonly group: string
}

/** A directory whose sync client has a token. */
export const synced = async ({ given, send }: Pick<Ways, 'given' | 'send'>): Promise<Synced> => {
  const directory = await given.directory()
  const reply = await send(
    generateCredentials(await given.admin(), directory.id, { generate_token: true, token_ttl: 60 }),
  )
  const token = reply.at('/access_token')
  if (typeof token !== 'string') cannotTell(`blocked by SYNC-001: no token for a sync client: ${reply.status}`)
  return { directory, sync: String(token) }
}

const idOf = (reply: Reply, promisedBy: 'SCIM-001' | 'SCIM-053'): string =>
  reply.status === 201 ? String(reply.at('/id')) : cannotTell(`blocked by ${promisedBy}: ${reply.status}`)

/** A directory with a user and a group, made by its sync client. */
export const provisioned = async (ways: Ways): Promise<Provisioned> => {
  const { given, send, tenant } = ways
  const { directory, sync } = await synced(ways)
  const made = await send(createUser(sync, scimUser(tenant, given.name(), directory.domain)))
  const wantsTemplate = tenant.kind === 'tenant' && tenant.scimUserTemplate === undefined && made.status === 400
  test.skip(wantsTemplate, 'the tenant refuses a minimal user: describe one with TENANT_SCIM_USER')
  const user = idOf(made, 'SCIM-001')
  const group = idOf(await send(createGroup(sync, { displayName: given.name() })), 'SCIM-053')
  return { directory, sync, user, group }
}
