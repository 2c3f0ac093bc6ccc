import type { Reading } from './reading'

/** Media types, addresses, counts. */
export const general = {
  'A-33': {
    title: 'Three generations of media types',
    accepts:
      'At least one documented generation works and application/json is expected; an older one refused is no failure. The answer is of another generation than asked for only if Accept allows it',
    notes: 'The generations accepted per operation',
  },
  'A-48': {
    title: 'Which URL is the base URL',
    accepts:
      'The base URL is configuration; Host checks use the host of the issuer, and known aliases are configurable',
    notes: 'A difference between base URL and issuer',
  },
  'A-50': {
    title: 'UUIDs with and without urn:uuid:',
    accepts: 'Requests carry the plain form; both are right in answers',
    notes: 'The form',
  },
  'A-51': {
    title: 'Number of operations',
    accepts: 'The reference has 45 operations on 24 paths: 18 with the admin scheme, 2 with Basic, 25 without',
  },
} as const satisfies Record<`A-${number}`, Reading>
