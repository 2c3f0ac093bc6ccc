import type { Generation } from '../media-type'
import type { Received } from '../reply'
import { readClient } from '../requests'
import { ask } from './asking'
import { member, see, type Inquiry } from './inquiry'
import { inGeneration } from './media-types'
import { PreflightProblem } from './problem'

const ruleSetsIn = (record: Received): readonly unknown[] => {
  const names = member(record, '/rule_set_names')
  return Array.isArray(names) ? names : []
}

/** How `{id}` addresses a client (A-14), seen at the client of the run. */
const lookAtAddressing = async (inquiry: Inquiry, token: string, generation: Generation): Promise<Received> => {
  const { client } = inquiry.tenant
  const read = (id: string) => ask(inquiry, inGeneration(readClient(token, id), generation))
  const record = await read(client.id)
  const id = member(record, '/id')
  const byName = record.status === 200 ? 'by client_id' : `not by client_id (${record.status})`
  if (typeof id !== 'string' || id === client.id) see(inquiry, 'addressing', byName)
  else {
    const { status } = await read(id)
    see(inquiry, 'addressing', `${byName}, ${status === 200 ? 'and by its UUID' : `not by its UUID (${status})`}`)
  }
  return record
}

/**
 * What the client may do, as far as reading shows it; what a tenant does not tell is left to the checks.
 * @throws PreflightProblem where it may certainly not do what the settings want it to
 */
export const lookAtRights = async (inquiry: Inquiry, token: string, generation: Generation): Promise<void> => {
  const { client, writes } = inquiry.tenant
  const ruleSets = ruleSetsIn(await lookAtAddressing(inquiry, token, generation))
  const known = ruleSets.length > 0 ? ruleSets.join(', ') : 'rule sets not told'
  if (writes && ruleSets.length > 0 && !ruleSets.includes('TENANT_ADMIN'))
    throw new PreflightProblem(
      'TENANT_CLIENT_ID',
      `The client ${client.id} has ${known} and may not change the tenant. Put a client with the TENANT_ADMIN rule set into TENANT_CLIENT_ID, or remove TENANT_WRITES to only read.`,
    )
  see(inquiry, 'rights', `${client.id} may list clients: ${known}`)
}
