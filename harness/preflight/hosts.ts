import { atPace } from '../pace/pace'
import { paceOf } from '../pace/pace-of'
import { received, NoReply } from '../probe/parse'
import { wireOf } from '../probe/probe'
import { converse } from '../probe/socket'
import { readDiscovery } from '../requests'
import { inWords } from '../trouble'
import { see, type Inquiry } from './inquiry'

/** A name that nobody has (RFC 2606). */
const foreign = 'foreign-host.invalid'

const patience = 3_000

/** How the Host policy shows: what a request for a foreign host gets. Judged by the checks. */
export const lookAtHosts = async (inquiry: Inquiry): Promise<void> => {
  const { tenant } = inquiry
  const wire = wireOf({ ...readDiscovery(), host: foreign }, tenant)
  const say = (what: string) => see(inquiry, 'foreign host', what)
  try {
    const { status, silence } = received(await atPace(paceOf(tenant), converse)(tenant, wire, patience), 'GET')
    say(silence ? `no reply: ${silence}` : `status ${status}`)
  } catch (error) {
    say(`not known: ${error instanceof NoReply ? error.message : inWords(error)}`)
  }
}
