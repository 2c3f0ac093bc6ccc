import { capacity } from './capacity'
import { clients } from './clients'
import { host } from './host'
import { lists } from './lists'
import { media } from './media'
import { representations } from './representations'
import { token } from './token'
import { tokens } from './tokens'
import type { Variant } from './variant'
import { wire } from './wire'

/** Every legitimate choice by name, one line per area. */
export const variants: Readonly<Record<string, Variant>> = {
  ...host,
  ...media,
  ...token,
  ...tokens,
  ...clients,
  ...lists,
  ...representations,
  ...wire,
  ...capacity,
}
