import type { Exchange } from '../exchange'
import { denied } from '../route'
import type { Wire } from '../wire'

const malformed = (): Wire =>
  denied(400, [{ code: 'request.host.malformed', message: 'The request names no host, or more than one.' }], {
    connection: 'close',
  })

/** Only requests meant for this tenant come in (the vendor answers others with 444 and nothing else). */
export const host = ({ tenant, request, laws: { host: law } }: Exchange): Wire | undefined => {
  if (!law.covers(request.path)) return undefined
  const names = law.named(request.header, request.authority)
  if (!law.isWellFormed(names)) return malformed()
  if (names.some(name => law.isOurs(law.hostOf(name), tenant.fqdn))) return undefined
  return {
    status: law.statusForForeigners,
    headers: { connection: 'close' },
    body: law.bodyForForeigners,
    silent: !law.answersForeigners,
  }
}
