import { area } from '../area'
import { changes } from './changes'
import { deletion } from './deletion'
import { limits } from './limits'
import { listing } from './listing'
import { records } from './records'

export const clients = area('CLI', 'OAuth 2.0 client administration /acs/broker/oauth2-clients', {
  ...records,
  ...limits,
  ...changes,
  ...deletion,
  ...listing,
})
