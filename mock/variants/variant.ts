import type { Laws } from '../laws'
import type { Break } from '../override'
import type { Line } from '../routes'
import type { Distortion } from '../tenant'

/** A legitimate choice of a tenant: other laws, or other answers on the wire. Never both. */
export type Variant = { readonly story: string } & (
  | { readonly chooses: Break<Laws>; readonly distorts?: never }
  | { readonly distorts: Readonly<Partial<Record<Line | 'every line', Distortion>>>; readonly chooses?: never }
)
