import { clients } from './clients'
import { host } from './host'
import { media } from './media'
import { token } from './token'
import type { Variant } from './variant'
import { wire } from './wire'

/** Every legitimate choice by name, one line per area. */
export const variants: Readonly<Record<string, Variant>> = {
  ...host,
  ...media,
  ...token,
  ...clients,
  ...wire,
}
