import type { Reading } from './reading'

/** SCIM. */
export const scim = {
  'A-04': {
    title: "List member 'resources' or 'Resources'",
    accepts:
      'Both are read. Resources passes, resources is a warning, both with equal content pass, neither with totalResults above 0 is a failure',
    notes: 'Which one is used',
  },
  'A-06': {
    title: 'emails.primary: text in the reference, boolean in the standard',
    accepts: 'Both are read. As input the boolean refused is a failure, the text refused a warning',
    notes: 'The type in answers',
  },
  'A-29': {
    title: 'Examples that contradict their own rules (country, $ref)',
    accepts: 'Requests carry US and nothing is said about USA; $ref dereferences, its path is free',
  },
  'A-30': {
    title: 'schemas member: optional in the reference, mandatory in the standard',
    accepts: 'Requests carry it always; without it 2xx and 400 are right',
    notes: 'How lenient the tenant is',
  },
  'A-31': {
    title: 'Group member with value only',
    accepts: 'Value alone refused is a warning: common provisioners send it so',
    notes: 'Which of them happened',
  },
  'A-40': {
    title: 'SCIM creation: 201 or 200, and its conflict status',
    accepts: '201 and 409 pass; 200, or 400 for a duplicate, is a warning',
    notes: 'The statuses',
  },
  'A-45': {
    title: 'Which directory receives a SCIM user',
    accepts: 'SCIM writes use the credential of the sync client; with an administrator 400, 403 and 409 are right',
    notes: 'What an administrator can do',
  },
  'A-49': {
    title: 'Status of a SCIM version conflict: 409 or 412',
    accepts: 'Both are right',
    notes: 'The status',
  },
} as const satisfies Record<`A-${number}`, Reading>
