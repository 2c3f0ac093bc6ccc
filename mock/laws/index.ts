import { accessTokens } from './access-tokens'
import { authentication } from './authentication'
import { authorization } from './authorization'
import { authorize } from './authorize'
import { capacity } from './capacity'
import { clients } from './clients'
import { directories } from './directories'
import { gates } from './gates'
import { host } from './host'
import { http } from './http'
import { identityProviders } from './identity-providers'
import { media } from './media'
import { openid } from './openid'
import { paging } from './paging'
import { patch } from './patch'
import { revocation } from './revocation'
import { rotation } from './rotation'
import { scim } from './scim'
import { syncClient } from './sync-client'
import { token } from './token'

/** Every decision of the tenant: an area of the API each, or one that runs through all. */
export const laws = {
  accessTokens,
  authentication,
  authorization,
  authorize,
  capacity,
  clients,
  directories,
  gates,
  host,
  http,
  identityProviders,
  media,
  openid,
  paging,
  patch,
  revocation,
  rotation,
  scim,
  syncClient,
  token,
}

export type Laws = typeof laws
