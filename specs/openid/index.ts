import { area } from '../area'
import { authorization } from './authorization'
import { discovery } from './discovery'
import { keys } from './keys'
import { logout } from './logout'
import { tokens } from './tokens'
import { userinfo } from './userinfo'

export const openid = area('OIDC', 'OpenID discovery, keys, userinfo, authorization, logout', {
  ...discovery,
  ...keys,
  ...userinfo,
  ...authorization,
  ...logout,
  ...tokens,
})
