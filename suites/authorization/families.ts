import {
  cannotTell,
  createClient,
  createDirectory,
  createIdentityProvider,
  directoryMembers,
  expect,
  generateCredentials,
  secret,
  test,
  type Given,
  type Reply,
  type Send,
  type Tenant,
} from '../../harness'
import type { Family } from './calls'
import { clientCalls } from './client-calls'
import { directoryCalls, syncLifetime } from './directory-calls'
import { providerCalls } from './provider-calls'

export interface Ways {
  readonly given: Given
  readonly send: Send
  readonly tenant: Tenant
}

/**
 * What becomes of an answer that is not the success of a creation.
 * @param promisedBy the requirement that promises this success
 */
type Demand = (reply: Reply, success: number, promisedBy: 'CLI-001' | 'DIR-001' | 'SYNC-001' | 'IDP-001') => void

/** The creation is a part of what is judged. */
export const judged: Demand = (reply, success) => expect(reply).toHaveStatus(success)

/** The creation is a precondition: without it nothing can be said. */
export const required: Demand = ({ status, exchange }, success, promisedBy) => {
  if (status !== success) cannotTell(`blocked by ${promisedBy}: ${exchange.request.line} is answered ${status}`)
}

/** Makes what the operations of a family are about, with somebody's token, and gives the operations. */
type Makes = (ways: Ways, token: string, demand: Demand) => Promise<Family>

/** A client of its own. */
const clients: Makes = async ({ given, send }, token, demand) => {
  const members = given.members()
  demand(await send(createClient(token, members)), 201, 'CLI-001')
  return clientCalls(given, String(members.client_id))
}

const directory = async ({ given, send }: Ways, token: string, demand: Demand): Promise<string> => {
  const made = await send(createDirectory(token, directoryMembers(given.name())))
  demand(made, 201, 'DIR-001')
  return String(made.at('/id'))
}

/** A directory of its own, whose sync client has got credentials. */
const directories: Makes = async (ways, token, demand) => {
  const id = await directory(ways, token, demand)
  const agreed = { generate_token: true, token_ttl: syncLifetime }
  demand(await ways.send(generateCredentials(token, id, agreed)), 200, 'SYNC-001')
  return directoryCalls(ways.given, id)
}

/** The tenant says that it could not get the configuration: that is about the network between the two. */
const couldNotFetch = ({ status, text }: Reply) =>
  status === 400 && /unreachable|not reachable|timed? ?out|could not (connect|fetch|retrieve)|connection/i.test(text)

/** An identity provider of its own, for a directory of its own. */
const providers: Makes = async (ways, token, demand) => {
  const { given, send, tenant } = ways
  const { oidcConfigurationUrl: configuration_url } = tenant
  test.skip(configuration_url === undefined, 'needs TENANT_OIDC_CONFIGURATION_URL, an address the tenant can reach')
  const directory_list = [{ id: await directory(ways, token, demand) }]
  const membersOf = (idp_name: string) => ({
    idp_name,
    idp_type: 'OIDC',
    directory_list,
    oidc_profile: { configuration_url, client_id: idp_name, client_secret: secret() },
  })

  const made = await send(createIdentityProvider(token, membersOf(given.name())))
  test.skip(couldNotFetch(made), 'the tenant cannot reach TENANT_OIDC_CONFIGURATION_URL')
  demand(made, 201, 'IDP-001')
  return providerCalls(given, String(made.at('/id')), membersOf(given.name()))
}

/** All families of management operations, by the name they have in titles. */
export const families = [
  ['clients', clients],
  ['directories', directories],
  ['identity providers', providers],
] as const

export const [clientFamily, directoryFamily, providerFamily] = [clients, directories, providers]
