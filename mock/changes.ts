import { defects } from './defects'
import type { Defect } from './defects/defect'
import type { Change } from './tenant'
import { variants } from './variants'
import type { Variant } from './variants/variant'

/** A name that stands for nothing; the message lists those that do. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError'
}

const named = <T>(kind: string, known: Readonly<Record<string, T>>, name: string): T => {
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (found === undefined)
    throw new UnknownNameError(`There is no ${kind} "${name}". Known are:\n  ${Object.keys(known).sort().join('\n  ')}`)
  return found
}

/** Finds a defect by name, unless it is one already. Throws UnknownNameError. */
export const defectChange = (defect: string | Defect): Change =>
  typeof defect === 'string' ? named('defect', defects, defect) : defect

/** Finds a variant by name, unless it is one already. Throws UnknownNameError. */
export const variantChange = (variant: string | Variant): Change => {
  const { chooses, distorts } = typeof variant === 'string' ? named('variant', variants, variant) : variant
  return { ...(chooses && { breaks: chooses }), ...(distorts && { distorts }) }
}
