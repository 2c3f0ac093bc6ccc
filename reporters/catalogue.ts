import { requirements } from '../specs'
import type { CatalogueEntry } from './verdict'

/** Every requirement of specs/, in its order, with what a verdict needs of it. */
export const catalogue: readonly CatalogueEntry[] = Object.entries(requirements).map(
  ([id, { rule, level, basis }]) => ({
    id,
    rule,
    level,
    basis,
  }),
)
