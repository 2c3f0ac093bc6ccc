import { areaOf, requirement, type RequirementId } from '../specs'
import { onlyReads } from './guard/refusal'
import type { Tenant } from './tenant'

const changes = new Set(['clients', 'directories', 'sessions'])

/** Why a requirement is not checked although it could be: it changes the tenant, and nobody has allowed that. */
export const reasonToLeaveAlone = (
  { writes, skippedAreas = [] }: Pick<Tenant, 'writes' | 'skippedAreas'>,
  id: RequirementId,
): string | undefined => {
  if (!changes.has(requirement(id).leaves)) return undefined
  if (!writes) return onlyReads
  const { code } = areaOf(id)
  return skippedAreas.includes(code) ? `changes the tenant: TENANT_SKIP_AREAS names ${code}` : undefined
}
