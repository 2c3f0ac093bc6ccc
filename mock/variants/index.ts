import { capacity } from './capacity'
import { clients } from './clients'
import { host } from './host'
import { lists } from './lists'
import { media } from './media'
import { openid } from './openid'
import { representations } from './representations'
import { scim } from './scim'
import { token } from './token'
import { tokens } from './tokens'
import type { Variant } from './variant'
import { wire } from './wire'

/** Every legitimate choice by name, one line per area. Those that are made together are made in this order. */
export const variants: Readonly<Record<string, Variant>> = {
  ...host,
  ...media,
  ...token,
  ...tokens,
  ...clients,
  ...lists,
  ...openid,
  ...scim,
  ...representations,
  ...wire,
  ...capacity,
}
