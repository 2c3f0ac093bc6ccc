import { certain, isRoadDown, type Question } from '../certain'
import { doubtOf } from '../doubt'
import type { Received } from '../reply'
import type { Request } from '../request'
import { readDiscovery, readKeys } from '../requests'
import type { Tenant } from '../tenant'
import { Trouble } from '../trouble'
import type { WireRequest } from './probe'

const bare = (host: string) => host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '')

/** Whether the one `Host` of a request is a name of the tenant, in whatever spelling. */
const isOurs = ({ host }: WireRequest, { fqdn, hostAliases }: Tenant): boolean => {
  const names = host === undefined ? [fqdn] : [host].flat()
  return names.length === 1 && names.every(name => [fqdn, ...hostAliases].includes(bare(name)))
}

/** A question that any tenant answers, and another one than that under test. */
export const controlOf = ({ line }: WireRequest): Request => (line.includes('/acs/jwks') ? readDiscovery() : readKeys())

/**
 * What the probe heard, if it can be believed. Silence is what a foreign Host is to get: there it is enough that the
 * tenant's own name is still answered. Everywhere else the road is suspected first, as for all other requests.
 * @throws Trouble where it cannot
 */
export const believable = async (
  heard: Received,
  request: WireRequest,
  tenant: Tenant,
  ways: Omit<Question, 'doubtOf'>,
): Promise<Received> => {
  const [, path = ''] = request.line.split(' ')
  const question = { ...ways, doubtOf: (each: Received) => doubtOf(each, path, tenant.baseUrl) }
  if (heard.silence === undefined || heard.silence === 'stalled' || isOurs(request, tenant))
    return certain(heard, question)
  if (await isRoadDown(question))
    throw new Trouble('the connection ended without a reply, and so did one with the own Host: the road is in trouble')
  return heard
}
