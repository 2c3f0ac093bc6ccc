import { noteRemoved } from '../journal'
import type { Tenant } from '../tenant'
import type { Asking } from './asking'
import { candidatesOf, type Candidate, type Spared } from './candidates'
import { removeAll } from './clear'
import { inventoryOf, type Inventory } from './inventory'
import { journaledRuns } from './runs'

/** What a sweep has done and what it could not do. */
export interface Swept {
  readonly removed: readonly Candidate[]
  readonly left: readonly (Candidate & { readonly reason: string })[]
  readonly spared: readonly Spared[]
  readonly unseen: Inventory['unseen']
  /** What the lists showed before anything was removed. */
  readonly before: Inventory
}

const doubt = 'it may be ours, but has no name of ours, and the tenant never said that it made it'

/**
 * Removes from a tenant what earlier runs have left there.
 * @param asking the way to the tenant; the caller closes it
 * @param scope `all`: also what belongs to runs that may be under way; `over`: also what belongs to the run of this mark,
 * which is over; `only`: the mark of the one run to look after
 */
export const sweep = async (
  tenant: Tenant,
  asking: Asking,
  scope: { readonly all?: boolean; readonly over?: string; readonly only?: string } = {},
): Promise<Swept> => {
  const { resultsDir, baseUrl, client, settleSeconds } = tenant
  const runs = journaledRuns(resultsDir, scope.only)
  const before = await inventoryOf(asking)
  const { found, spared, doubtful } = candidatesOf({ baseUrl, runs, inventory: before, ...scope })
  const foundAs = new Map(found.map(each => [each.item, each]))
  const journaled = new Set(runs.map(({ run }) => run))

  const fates = await removeAll([...foundAs.keys()], asking, {
    patience: settleSeconds * 1000,
    spared: client.id,
    gone: item => {
      const run = foundAs.get(item)?.run
      if (run !== undefined && journaled.has(run)) noteRemoved(resultsDir, run, item)
    },
  })
  const of = (item: Candidate['item']): Candidate => foundAs.get(item) ?? { item, run: undefined, by: 'name' }
  return {
    removed: fates.filter(({ reason }) => reason === undefined).map(({ item }) => of(item)),
    left: [
      ...fates.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ ...of(item), reason }])),
      ...doubtful.map(each => ({ ...each, reason: doubt })),
    ],
    spared,
    unseen: before.unseen,
    before,
  }
}
