import { setTimeout as pause } from 'node:timers/promises'
import { removalOf } from '../belongings'
import { families } from '../families'
import { valueAt, type Received } from '../reply'
import type { Line } from '../request'
import { Trouble } from '../trouble'
import { documentIn, type Asking } from './asking'
import type { Item } from './inventory'

/** What became of something that was to be removed. */
export interface Fate {
  readonly item: Item
  /** Why it is still there; absent: it is gone. */
  readonly reason?: string
}

const isGone = (received: Received) =>
  received.status === 404 || valueAt(documentIn(received), '/delete_in_progress') === true

const removeOne = async (item: Item, { ask }: Asking, patience: number): Promise<Fate> => {
  const removal = removalOf(item.kind, item.id)
  const removed = await ask(removal)
  if (removed.status === 404) return { item }
  const read = removal.replace(/^DELETE/, 'GET') as Line
  if (removed.status >= 300)
    return isGone(await ask(read)) ? { item } : { item, reason: `its deletion is answered ${removed.status}` }
  const begun = performance.now()
  for (let wait = 50; ; wait = Math.min(wait * 2, 2_000)) {
    if (isGone(await ask(read))) return { item }
    if (performance.now() - begun + wait > patience) return { item, reason: 'it is still there after its deletion' }
    await pause(wait)
  }
}

const inOrder = families.map(({ kind }) => kind)

/**
 * Removes things one after the other, what hangs on others first, and looks whether they are gone.
 * @param patience how long a deletion may take to show, in milliseconds
 * @param spared id of the client the run was given: it is never removed, whoever asks
 */
export const removeAll = async (
  items: readonly Item[],
  asking: Asking,
  { patience, spared, gone }: { patience: number; spared: string; gone: (item: Item) => void },
): Promise<readonly Fate[]> => {
  const fates: Fate[] = []
  for (const item of items.toSorted((one, other) => inOrder.indexOf(one.kind) - inOrder.indexOf(other.kind))) {
    if (item.kind === 'client' && item.id.toLowerCase() === spared.toLowerCase()) continue
    const fate = await removeOne(item, asking, patience).catch((error: unknown): Fate => {
      if (!(error instanceof Trouble)) throw error
      return { item, reason: error.message }
    })
    if (fate.reason === undefined) gone(item)
    fates.push(fate)
  }
  return fates
}
