import { area } from '../area'
import { credentials } from './credentials'
import { grants } from './grants'
import { issuing } from './issuing'
import { refusals } from './refusals'
import { scopes } from './scopes'

export const token = area('TOK', 'Token endpoint POST /acs/token', {
  ...issuing,
  ...credentials,
  ...refusals,
  ...scopes,
  ...grants,
})
