import { rules } from '../area'

export const deletion = rules('CLI', {
  'CLI-048': {
    rule: 'DELETE answers 204 without content and removes the client everywhere',
    level: 'MUST',
    basis: 'documented',
    says: ['reference#/paths/~1acs~1broker~1oauth2-clients~1{id}/delete/responses/204'],
    on: ['deleteOAuth2ClientById', 'getOAuth2ClientById', 'getAllOAuth2ClientSummaries'],
    leaves: 'clients',
  },
  'CLI-049': {
    rule: 'Deleting twice gives 404 the second time',
    level: 'MUST',
    basis: 'documented',
    says: ['reference#/paths/~1acs~1broker~1oauth2-clients~1{id}/delete/responses/404'],
    on: ['deleteOAuth2ClientById'],
    leaves: 'clients',
  },
  'CLI-050': {
    rule: "A deleted client's credentials no longer obtain tokens",
    level: 'MUST',
    basis: 'derived',
    says: ['reference#/paths/~1acs~1broker~1oauth2-clients~1{id}/delete', 'rfc6749#5.2'],
    on: ['deleteOAuth2ClientById', 'getAccessToken'],
    leaves: 'clients',
    tolerates: 'Settle window',
  },
  'CLI-051': {
    rule: 'A client_id can be reused after deletion and the old secret and old tokens do not belong to the new client',
    level: 'MUST',
    basis: 'derived',
    says: ['reference#/paths/~1acs~1broker~1oauth2-clients/post/responses/409'],
    on: ['deleteOAuth2ClientById', 'createNewOAuth2Client', 'getAccessToken'],
    leaves: 'clients',
    tolerates: 'Old tokens accepted: a warning (AUTHN-016)',
  },
})
