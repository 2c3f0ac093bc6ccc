import type { RequirementId } from '..'
import { areasToCome } from './areas-to-come'
import { extendedToCome } from './extended'

/** Requirements that no check verifies yet, each with the reason. An id leaves this list when its check arrives. */
export const unchecked: Readonly<Partial<Record<RequirementId, string>>> = { ...areasToCome, ...extendedToCome }
