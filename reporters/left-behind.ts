import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Target } from './verdict'

/** Something that the run made on the tenant and that is still there. */
export interface LeftBehind {
  readonly kind: string
  readonly name: string
  readonly reason: string
}

const isLeft = (value: unknown): value is LeftBehind =>
  typeof value === 'object' &&
  value !== null &&
  ['kind', 'name', 'reason'].every(name => typeof (value as Record<string, unknown>)[name] === 'string')

/**
 * What the run has left on the tenant, as the census after it says: an empty list is nothing, `undefined` that nobody
 * knows, because no census was taken or some list could not be read.
 * @param folder where the run writes to
 * @param readsOnly the run was not allowed to make anything
 */
export const readLeftBehind = (
  folder: string,
  { kind }: Target,
  readsOnly: boolean,
): readonly LeftBehind[] | undefined => {
  if (kind === 'tenant' && readsOnly) return []
  try {
    const found = JSON.parse(readFileSync(join(folder, 'census.json'), 'utf8')) as Record<string, unknown>
    const { leftBehind, unseen } = found
    if (!Array.isArray(leftBehind)) return undefined
    const left = leftBehind.filter(isLeft)
    return left.length === 0 && Array.isArray(unseen) && unseen.length > 0 ? undefined : left
  } catch {
    return undefined
  }
}
