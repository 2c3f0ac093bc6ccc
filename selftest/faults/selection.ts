import type { GatheredCheck } from '../gathering'

/** Some checks of each kind: reading, creating, rotating, probing, a refusal with its twin, properties. */
const chosen = [
  ['CLI-010', 'as it was created'],
  ['CLI-001', 'with the mandatory members only'],
  ['ROT-002', ''],
  ['HOST-001', 'discovery'],
  ['HOST-003', 'in upper case'],
  ['HOST-010', ''],
  ['TOK-027', 'no grant_type'],
  ['OIDC-001', ''],
  ['CLI-001', 'any valid body'],
  ['ERR-008', 'any hostile body'],
] as const

/** The files they are in. */
export const files = [
  'clients/reading.spec.ts',
  'clients/creating.spec.ts',
  'rotation/starting.spec.ts',
  'host/foreign-host.spec.ts',
  'host/same-host.spec.ts',
  'token/grants.spec.ts',
  'openid/discovery.spec.ts',
  'clients/fuzz-valid.spec.ts',
  'clients/fuzz-hostile.spec.ts',
] as const

/** Picks them; throws where one is not there any more. */
export const selectionOf = (checks: readonly GatheredCheck[]): readonly GatheredCheck[] =>
  chosen.map(([id, twist]) => {
    const check = checks.find(({ requirement, title }) => requirement === id && title.includes(twist))
    if (!check) throw new Error(`there is no check ${id} ${twist}: see selftest/faults/selection.ts`)
    return check
  })
