import { accessTokens } from './access-tokens'
import { authentication } from './authentication'
import { authorization } from './authorization'
import { authorize } from './authorize'
import { clients } from './clients'
import type { Defect } from './defect'
import { directories } from './directories'
import { errors } from './errors'
import { host } from './host'
import { http } from './http'
import { identityProviders } from './identity-providers'
import { journey } from './journey'
import { lifecycle } from './lifecycle'
import { media } from './media'
import { openid } from './openid'
import { revocation } from './revocation'
import { rotation } from './rotation'
import { scim } from './scim'
import { security } from './security'
import { sessions } from './sessions'
import { syncClient } from './sync-client'
import { token } from './token'
import { tokenRequests } from './token-requests'

/** Every known fault by name, one line per area. */
export const defects: Readonly<Record<string, Defect>> = {
  ...journey,
  ...token,
  ...tokenRequests,
  ...accessTokens,
  ...revocation,
  ...authentication,
  ...authorization,
  ...clients,
  ...rotation,
  ...directories,
  ...syncClient,
  ...identityProviders,
  ...scim,
  ...openid,
  ...authorize,
  ...sessions,
  ...errors,
  ...host,
  ...media,
  ...http,
  ...lifecycle,
  ...security,
}
