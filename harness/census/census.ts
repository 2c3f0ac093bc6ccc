import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsed, type Kind } from '../families'
import { namesOf } from '../run-mark'
import { askingAt } from '../sweep/asking'
import { inventoryOf, type Inventory } from '../sweep/inventory'
import { journaledRuns } from '../sweep/runs'
import { sweep } from '../sweep/sweep'
import type { Tenant } from '../tenant'
import { writeWhole } from '../whole-file'

/** How many things of each kind a tenant shows: of this run, and of everybody else. */
export type Heads = Readonly<Record<Kind, { readonly ours: number; readonly others: number }>>

/** Something of a run that is still on the tenant when it is over. */
export interface LeftBehind {
  readonly kind: Kind
  readonly name: string
  readonly reason: string
}

/** `census.json`: the tenant before and after a writing run. Others change it meanwhile; only what is ours counts. */
export interface Census {
  readonly run: string
  readonly before: Heads
  readonly after?: Heads
  /** What the checks had left and the end of the run removed. */
  readonly removed?: readonly string[]
  readonly leftBehind?: readonly LeftBehind[]
  /** Lists that could not be read, with the reason. */
  readonly unseen?: readonly string[]
}

const fileIn = (resultsDir: string) => join(resultsDir, 'census.json')

const write = (resultsDir: string, census: Census): void => writeWhole(fileIn(resultsDir), census)

/** The census of a run; `undefined` where none was taken. */
export const readCensus = ({ resultsDir, run }: Pick<Tenant, 'resultsDir' | 'run'>): Census | undefined => {
  try {
    const census = parsed(readFileSync(fileIn(resultsDir), 'utf8')) as Census
    return census.run === run ? census : undefined
  } catch {
    return undefined
  }
}

const headsOf = ({ items }: Inventory, run: string): Heads => {
  const count = (kind: Kind) => {
    const these = items.filter(item => item.kind === kind)
    const ours = these.filter(({ name }) => name.startsWith(namesOf(run))).length
    return { ours, others: these.length - ours }
  }
  return { client: count('client'), directory: count('directory'), 'identity-provider': count('identity-provider') }
}

/**
 * Counts what the tenant shows before a run that may change it: the first worker does, before its first check. Nothing
 * is asked where the run only reads.
 */
export const countBefore = async (tenant: Tenant): Promise<void> => {
  if (!tenant.writes || readCensus(tenant)) return
  const asking = askingAt(tenant)
  try {
    write(tenant.resultsDir, { run: tenant.run, before: headsOf(await inventoryOf(asking), tenant.run) })
  } finally {
    await asking.close()
  }
}

/**
 * Ends a run that may have changed the tenant: removes what its checks have left, and counts again. A run that never
 * came to a check, and one that was counted already, asks nothing.
 */
export const countAfter = async (tenant: Tenant): Promise<Census | undefined> => {
  const { resultsDir, run, writes } = tenant
  const census = readCensus(tenant)
  const isOwed = census ? census.after === undefined : journaledRuns(resultsDir, run).some(({ left }) => left.length)
  if (!writes || !isOwed) return census
  const asking = askingAt(tenant)
  try {
    const { removed, left, unseen, before } = await sweep(tenant, asking, { only: run })
    const after = removed.length === 0 ? before : await inventoryOf(asking)
    const ended: Census = {
      run,
      before: census?.before ?? headsOf(before, run),
      after: headsOf(after, run),
      removed: removed.map(({ item }) => `${item.kind} ${item.name}`),
      leftBehind: left.map(({ item: { kind, name }, reason }) => ({ kind, name, reason })),
      unseen: unseen.map(({ kind, reason }) => `${kind}: ${reason}`),
    }
    write(resultsDir, ended)
    return ended
  } finally {
    await asking.close()
  }
}
