import { note, oddity } from '../check'
import type { Reply } from '../reply'
import { readClient } from '../requests'
import { validate } from '../schemas'
import type { Send } from '../send'
import { excuseOf } from './excuse'
import { inBrief, unless, type Finding } from './finding'
import type { NearMiss } from './near-miss'

const isRefusal = ({ status }: Reply) => status >= 400 && status < 500

/** Statuses whose body comes from infrastructure in front of the tenant. */
const fromTheGateway = new Set([413, 414, 421, 431])

const envelopeFault = (reply: Reply): Finding | undefined => {
  if (fromTheGateway.has(reply.status)) return undefined
  const [first] = validate('errors/vendor', reply.json())
  return unless(
    first === undefined,
    'the errors envelope of the guide',
    reply,
    `${inBrief(reply)}: ${first?.message ?? ''}`,
  )
}

/** What is tolerated is said: where blanks are cut off a name (CLI-020) as a fact, everything else as an oddity. */
const excused = (miss: NearMiss, reply: Reply): boolean => {
  const excuse = excuseOf(miss, reply.json())
  if (excuse?.endsWith('trimmed') && miss.breaks.at === '/client_id') note('measured', excuse)
  else if (excuse) oddity(excuse)
  return excuse !== undefined
}

/** Whether a refused body has left a client behind; one without a name cannot be looked for. */
const traceFault = async ({ body }: NearMiss, bearer: string, ask: Send): Promise<Finding | undefined> => {
  const name = body.client_id
  if (typeof name !== 'string' || name === '') return undefined
  const after = await ask(readClient(bearer, name))
  return unless(isRefusal(after), 'nothing left behind by a refused creation', after)
}

/**
 * What is wrong with the way a near miss is answered: it is refused with 4xx and the envelope, and leaves nothing
 * behind. A status other than 400 is an oddity, and so is a wrong value that is read as a right one.
 * @param reply the answer to the creation
 * @param bearer token that may read clients
 */
export const refusalFault = async (
  miss: NearMiss,
  reply: Reply,
  bearer: string,
  ask: Send,
): Promise<Finding | undefined> => {
  if (reply.status < 300 && excused(miss, reply)) return undefined
  if (!isRefusal(reply)) return unless(false, 'a refusal with 400', reply)
  if (reply.status !== 400)
    oddity(
      `${miss.breaks.keyword} of ${miss.breaks.at.replaceAll(/\d+/g, '*')} is refused with ${reply.status}, not 400`,
    )
  return envelopeFault(reply) ?? (await traceFault(miss, bearer, ask))
}
