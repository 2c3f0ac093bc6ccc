import { area } from '../area'
import { attributes } from './attributes'
import { changes } from './changes'
import { groups } from './groups'
import { me } from './me'
import { postSearch } from './post-search'
import { resources } from './resources'
import { robustness } from './robustness'
import { search } from './search'
import { versions } from './versions'

export const scim = area('SCIM', 'SCIM 2.0 users, groups, Me /usergroup/scim/v2', {
  ...resources,
  ...search,
  ...attributes,
  ...changes,
  ...groups,
  ...versions,
  ...postSearch,
  ...me,
  ...robustness,
})
