import { change } from './change'
import { creation } from './creation'
import { furtherChanges } from './further-changes'
import { limits } from './limits'
import { lists } from './lists'
import { records } from './records'
import { validation } from './validation'
import { visibility } from './visibility'

/** What can go wrong in client administration. */
export const clients = {
  ...creation,
  ...records,
  ...validation,
  ...limits,
  ...change,
  ...furtherChanges,
  ...visibility,
  ...lists,
}
