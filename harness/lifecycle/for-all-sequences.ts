import { checkUnderWay, note } from '../check'
import { prove, type Surroundings } from '../fuzz/for-all'
import type { Judge } from '../fuzz/scan'
import { secret } from '../secret-book'
import { settlesWithin } from '../settle'
import type { Tenant } from '../tenant'
import { blockedBy, Trouble } from '../trouble'
import type { Command } from './command'
import type { View } from './questions'
import { comesTo } from './rehearse'
import { run, type Outcome } from './run'
import { sequences, type Often } from './sequences'
import { worldOf } from './world'

/** What the sequences of a check are about. */
export interface Plot {
  /** Token of an administrator of clients. */
  readonly admin: string
  /** A name nobody else has: `given.name()`. */
  readonly mark: string
  /** Commands that come more often than others. */
  readonly often: Often
  /** What is looked at after each change, so that the change itself is known to be the cause. */
  readonly watches?: readonly View[]
  /** How many sequences the mock has to stand, where the usual three seldom come to the point. */
  readonly onMock?: number
}

/**
 * Performs sequences of commands on clients, and compares each answer with what the documents promise at that moment.
 * Judged is what the requirement of the check promises; a sequence in which something else goes wrong ends there.
 */
export type ForAllSequences = (plot: Plot) => Promise<void>

/**
 * A real tenant is asked a few short sequences. One after the other, here as there: what one does to the tenant as a
 * whole must not be taken for what another has done.
 */
const sizes = { mock: { runs: 3, lanes: 1 }, tenant: { runs: 2, lanes: 1 } } as const
const longest = { mock: 30, tenant: 8 } as const

/** Where changes take a while to show, the next command waits until the last one is seen to be done. */
const lookAfter = (watches: readonly View[], kind: Tenant['kind']): readonly View[] =>
  kind === 'tenant' ? [...new Set<View>([...watches, 'record'])] : watches

/** Says what the sequences together have come to; throws where they have come to nothing. */
const sumUp = (outcomes: readonly Outcome[]): void => {
  const ended = outcomes.flatMap(({ endedBy }) => endedBy ?? [])
  const compared = outcomes.reduce((sum, outcome) => sum + outcome.compared, 0)
  note('measured', `${compared} comparisons in sequences of commands`)
  if (ended.length > 0)
    note('measured', `${ended.length} of ${outcomes.length} sequences ended early: ${[...new Set(ended)].join(', ')}`)
  const [root] = ended
  if (root === undefined && compared > 0) return
  if (root === undefined) throw new Trouble('no sequence came to what is to be judged')
  if (ended.length < outcomes.length && compared > 0) return
  const because = `${ended.length} of ${outcomes.length} sequences of commands ended early`
  throw root === 'unclear'
    ? new Trouble(`${because}, and it is not clear which promise was not kept`)
    : blockedBy(root, because)
}

/** Settle windows that a failure takes: it is waited for, performed again to make it shorter, and once more to show it. */
const windows = 6

/**
 * Sequences of commands for the requirement of the check under way.
 * @param extend gives the check that many more milliseconds before it times out
 */
export const forAllSequencesOf =
  (surroundings: Surroundings, extend: (milliseconds: number) => void = () => {}): ForAllSequences =>
  async ({ admin, mark, often, watches = [], onMock: runs = sizes.mock.runs }) => {
    const { tenant } = surroundings
    const subject = checkUnderWay().requirement
    if (tenant.kind === 'tenant') extend(windows * tenant.settleSeconds * 1000)
    const purpose = { subject, watches: lookAfter(watches, tenant.kind) }
    const settles = settlesWithin(tenant)
    const characters = secret()
    const outcomes: Outcome[] = []
    let performances = 0
    const judge: Judge<readonly Command[]> = async (commands, ask) => {
      const world = worldOf(admin, `${mark}-${++performances}`, characters)
      const outcome = await run(commands, purpose, { world, ask, settles })
      outcomes.push(outcome)
      return outcome.finding
    }
    await prove(surroundings, {
      cases: sequences(often, longest[tenant.kind]).filter(commands => comesTo(commands, purpose)),
      judge,
      telling: { lines: () => [], hide: () => {}, tag: '@sequence' },
      sizes: { ...sizes, mock: { ...sizes.mock, runs } },
    })
    sumUp(outcomes)
  }
