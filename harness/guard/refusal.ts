import { Trouble } from '../trouble'

/** The harness was about to do what a guest must not do. A fault of its own: nothing has been sent. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** The check would make something, and the run may only read: nothing has been sent, and the check is skipped. */
export class ReadOnly extends Error {
  override name = 'ReadOnly'
}

/** Why a check cannot be made that would change the tenant. */
export const onlyReads = 'changes the tenant: set TENANT_WRITES=allow'

/** Too much of the run exists at once: there may be room in a moment, when other checks have cleared up. */
export class Crowded extends Trouble {}
