import { cannotTell, createClient, listClients, test, type Given, type Reply } from '../../harness'
import type { Settles } from '../../harness/settle'
import type { Reader } from './pages'

/** One look at the list, which others may change in the middle of it. */
export interface Look {
  /** What is wrong with it, in words. */
  readonly fault: string | undefined
  /** The list was proved to be the same before and after: a fault is the tenant's then. */
  readonly isSteady: boolean
  readonly last: Reply
}

const mostLooks = 12

/**
 * Others may change the list and change it back between the two readings that prove it steady, by recreating a client of
 * the same name for instance. A fault of the tenant is there every time.
 */
const proofs = 3

/**
 * Looks until the list is as promised, or is not, three times, although nobody changed it. Two settle windows are enough patience.
 * Inconclusive where others changed the list in every look.
 * @returns the fault in words, `undefined` where there is none
 */
export const faultOf = async (look: () => Promise<Look>, settles: Settles): Promise<string | undefined> => {
  const looks: Look[] = []
  const isProved = () => looks.filter(({ fault, isSteady }) => fault !== undefined && isSteady).length >= proofs
  const isOver = () =>
    looks.length > 0 && (looks.at(-1)?.fault === undefined || isProved() || looks.length >= mostLooks)
  const ask = async () => {
    const seen = await look()
    looks.push(seen)
    return seen.last
  }
  await settles(ask, isOver)
  if (!isOver()) await settles(ask, isOver)
  const seen = looks.at(-1)
  if (seen?.fault !== undefined && !isProved())
    cannotTell(`others may have changed the list in each of ${looks.length} looks; the last showed ${seen.fault}`)
  return seen?.fault
}

/**
 * Sees to it that the tenant has at least so many clients, with as few new ones as that takes.
 * The check is skipped where the tenant does not take so many.
 */
export const atLeast = async (count: number, given: Given, { send, admin }: Reader): Promise<void> => {
  const list = await send(listClients(admin, { page_size: 1 }))
  if (list.status !== 200) cannotTell(`the clients cannot be counted: ${list.status}`)
  for (let missing = count - Number(list.at('/totalCount')); missing > 0; missing--) {
    const reply = await send(createClient(admin, given.members()))
    test.skip(
      reply.status !== 201,
      `${count} clients are needed, and the tenant refuses a further one: ${reply.status}`,
    )
  }
}
