import { administration } from './administration'
import { errors } from './errors'
import { federation } from './federation'
import { general } from './general'
import { oauth } from './oauth'
import { scim } from './scim'

export type { Reading } from './reading'

/** The documented ambiguities: which readings of the documents a tenant may follow. */
export const readings = {
  ...errors,
  ...oauth,
  ...administration,
  ...federation,
  ...scim,
  ...general,
} as const

/** Id of a documented ambiguity, as `note()` and `warn()` in a check name it. */
export type AmbiguityId = keyof typeof readings
