import type { RequirementId } from '../../specs'
import type { Laws } from '../laws'
import type { Break } from '../override'
import type { Line } from '../routes'
import type { Distortion } from '../tenant'

/** One fault of a tenant, and the requirements whose checks notice it. A defect with two parts is two defects. */
export type Defect = {
  readonly story: string
  readonly caughtBy: readonly [RequirementId, ...RequirementId[]]
} & (
  | { readonly breaks: Break<Laws>; readonly distorts?: never }
  | { readonly distorts: Readonly<Partial<Record<Line | 'every line', Distortion>>>; readonly breaks?: never }
)
