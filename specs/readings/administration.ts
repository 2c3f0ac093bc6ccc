import type { Reading } from './reading'

/** Directories, sync clients and identity providers. */
export const administration = {
  'A-05': {
    title: 'client_secret of an OIDC profile: write-only, yet shown in an example answer',
    accepts: 'A secret in GET or list is a failure; an echo on creation or PATCH is a warning',
    notes: 'Whether an echo was seen',
  },
  'A-18': {
    title: '409 on a directory without exactly one sync configuration',
    accepts: 'Credentials are generated before a PATCH; 409 on a directory that was never configured is a note',
    notes: 'Whether creation made a configuration',
  },
  'A-19': {
    title: 'access_token_expiry in prose, access_token_expire_in in the schema',
    accepts: 'access_token_expire_in is required, the other name ignored',
    notes: 'Whether the other name is present',
  },
  'A-20': {
    title: 'access_token in the answer to reading a sync client',
    accepts:
      'client_secret in the answer is a failure. access_token is a note for administrators, a warning if a read-only administrator can read and use it',
    notes: 'Presence and usability',
  },
  'A-21': {
    title: 'auth_type_list: required by the schema, yet set by the server',
    accepts: 'Creation without it works; a value given is accepted or ignored; refusing the omission is a failure',
    notes: 'Which of them happened',
  },
  'A-24': {
    title: 'Unknown directory id in directory_list',
    accepts: '400 and 201 are right on creation; after the deletion of a directory reading does not fail',
    notes: 'Which of them happened',
  },
  'A-41': {
    title: 'Directory deletion: done or in progress',
    accepts:
      'Deletion is awaited; an immediate 404 is right; SCIM writes into a directory being deleted may give 400, 404 or 409',
    notes: 'How long it took',
  },
  'A-42': {
    title: 'Members without a statement on patching',
    accepts: 'Such a change is refused, ignored or applied, but never half applied',
    notes: 'The policy per member',
  },
} as const satisfies Record<`A-${number}`, Reading>
