import { host as law } from '../laws/host'
import type { Variant } from './variant'

/** How foreign Hosts are turned away. */
export const host = {
  'host-closes-connection': {
    story: 'a foreign Host is answered by closing the connection without a byte (A-32)',
    shows: 'no response shows as a connection without a byte',
    chooses: { host: { answersForeigners: false } },
  },
  'host-misdirected': {
    story: 'a foreign Host is turned away in front of the tenant, with 421 and a page (A-32)',
    shows: 'no response shows as a refusal with 421',
    excludes: ['host-closes-connection'],
    chooses: { host: { statusForForeigners: 421, bodyForForeigners: '<html><h1>Misdirected Request</h1></html>' } },
  },
  'trailing-dot-accepted': {
    story: 'the name with a trailing dot is the same name (HOST-014)',
    shows: 'a trailing dot behind the host name is accepted',
    chooses: { host: { hostOf: name => law.hostOf(name).replace(/\.$/, '') } },
  },
} satisfies Record<string, Variant>
