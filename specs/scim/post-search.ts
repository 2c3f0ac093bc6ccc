import { rules } from '../area'

export const postSearch = rules('SCIM', {
  'SCIM-061': {
    rule: 'POST .search returns the same result as the equivalent GET',
    level: 'MUST',
    basis: 'documented+standard',
    says: ['reference#/components/schemas/SearchRequestMedia', 'rfc7644#3.4.3'],
    on: ['postUserSearch', 'postGroupsSearch'],
    leaves: 'directories',
    tolerates: 'schemas absent accepted or 400 (A-30)',
  },
  'SCIM-062': {
    rule: '.search validates like GET (bad filter 400, bad types 400)',
    level: 'MUST',
    basis: 'documented+standard',
    says: ['reference#/paths/~1usergroup~1scim~1v2~1Users~1.search/post', 'rfc7644#3.4.3'],
    on: ['postUserSearch'],
    leaves: 'nothing',
    tolerates: 'Only 200 documented: any 4xx fine',
    tier: 'extended',
  },
})
