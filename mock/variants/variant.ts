import type { Laws } from '../laws'
import type { Break } from '../override'
import type { Line } from '../routes'
import type { Distortion } from '../tenant'

/** A legitimate choice of a tenant: other laws, or other answers on the wire. Never both. */
export type Variant = {
  readonly story: string
  /** What a run against it says, and no run against a tenant as documented: the end of a note or of a trait. */
  readonly shows: string
  /** Choices that cannot be made beside it, or would not be seen. */
  readonly excludes?: readonly string[]
} & (
  | { readonly chooses: Break<Laws>; readonly distorts?: never }
  | { readonly distorts: Readonly<Partial<Record<Line | 'every line', Distortion>>>; readonly chooses?: never }
)
