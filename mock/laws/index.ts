import { accessTokens } from './access-tokens'
import { authentication } from './authentication'
import { authorization } from './authorization'
import { authorize } from './authorize'
import { clients } from './clients'
import { gates } from './gates'
import { host } from './host'
import { http } from './http'
import { media } from './media'
import { openid } from './openid'
import { paging } from './paging'
import { patch } from './patch'
import { revocation } from './revocation'
import { rotation } from './rotation'
import { token } from './token'

/** Every decision of the tenant: an area of the API each, or one that runs through all. */
export const laws = {
  accessTokens,
  authentication,
  authorization,
  authorize,
  clients,
  gates,
  host,
  http,
  media,
  openid,
  paging,
  patch,
  revocation,
  rotation,
  token,
}

export type Laws = typeof laws
