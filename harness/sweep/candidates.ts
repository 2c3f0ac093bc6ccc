import { isOfRun, prefix, runOf } from '../run-mark'
import { reasonToSpare } from './alive'
import type { Inventory, Item } from './inventory'
import type { JournaledRun } from './runs'

/** Something of ours that may be removed, and how it was found. */
export interface Candidate {
  readonly item: Item
  readonly run: string | undefined
  readonly by: 'journal' | 'name'
}

/** Things of a run that is or may be under way. */
export interface Spared {
  readonly run: string
  readonly reason: string
  readonly count: number
}

export interface Candidates {
  readonly found: readonly Candidate[]
  readonly spared: readonly Spared[]
  /** In a journal, but without the mark, and the tenant never said that we made it: perhaps somebody else's. */
  readonly doubtful: readonly Candidate[]
}

/** What is known, and what is asked for. */
export interface Scope {
  readonly baseUrl: string
  readonly runs: readonly JournaledRun[]
  readonly inventory: Inventory
  /** Runs that may be under way, too. */
  readonly all?: boolean
  /** The one run to look after, by its mark, although it is under way. */
  readonly only?: string
  /** The mark of a run that is over, with its shards, whatever its journals say: who asks has seen it end. */
  readonly over?: string
}

const isMarked = ({ name }: Item) => name.startsWith(prefix)

const fromJournals = ({ runs, baseUrl, inventory }: Scope): readonly (Candidate & { readonly isMade: boolean })[] =>
  runs
    .filter(({ tenants }) => tenants.has(baseUrl))
    .flatMap(({ run, left }) =>
      left.flatMap(({ kind, name, id, isMade }) => {
        const known = kind === 'client' ? name : id
        const namesakes = inventory.items.filter(each => each.kind === kind && each.name === name)
        const ids = known === undefined ? namesakes.map(each => each.id) : [known]
        return ids.map(each => ({ item: { kind, id: each, name }, run, by: 'journal' as const, isMade }))
      }),
    )

const fromLists = ({ inventory }: Scope): readonly Candidate[] =>
  inventory.items.filter(isMarked).map(item => ({ item, run: runOf(item.name), by: 'name' }))

const each = <T extends Candidate>(candidates: readonly T[]): readonly T[] => [
  ...new Map(candidates.toReversed().map(one => [`${one.item.kind} ${one.item.id}`, one])).values(),
]

/**
 * What of earlier runs is to be removed: first what their journals name, then whatever carries our prefix. A thing
 * without the prefix is removed only where a journal says that the tenant confirmed its creation.
 */
export const candidatesOf = (scope: Scope): Candidates => {
  const { runs, all = false, only, over } = scope
  const known = new Map(runs.map(run => [run.run, run]))
  const reasons = new Map<string | undefined, string | undefined>()
  const reasonFor = (run: string | undefined): string | undefined => {
    if (!reasons.has(run)) reasons.set(run, reasonToSpare(run ?? '', known.get(run ?? '')))
    return reasons.get(run)
  }
  const isAsked = ({ run }: Candidate) => only === undefined || run === only
  const isOver = (run: string | undefined) => over !== undefined && run !== undefined && isOfRun(run, over)
  const isSpared = ({ run }: Candidate) => !all && only === undefined && !isOver(run) && reasonFor(run) !== undefined

  const journaled = fromJournals(scope).filter(isAsked)
  const isCertain = (one: Candidate & { readonly isMade: boolean }) => isMarked(one.item) || one.isMade
  const everything = each([...journaled.filter(isCertain), ...fromLists(scope).filter(isAsked)])
  const spared = everything.filter(isSpared)
  return {
    found: everything.filter(one => !isSpared(one)),
    doubtful: journaled.filter(one => !isCertain(one) && !isSpared(one)),
    spared: [...new Set(spared.map(({ run }) => run))].map(run => ({
      run: run ?? 'unknown',
      reason: reasonFor(run) ?? '',
      count: spared.filter(each => each.run === run).length,
    })),
  }
}
