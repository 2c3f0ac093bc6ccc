import type { Promised, Seen } from './promise'
import { promisesOf } from './promises'
import { nothingSeen } from './questions'
import type { State } from './state'
import type { Step } from './step'
import type { Command } from './command'
import { walk, walkAndExamine, type Purpose, type Standing } from './walk'

const promisesAt = ({ state, step }: Standing): readonly Promised[] => promisesOf(state, step, nothingSeen, '')

/** An answer with the promised status; whoever rehearses does not look further. */
const asPromised = ([first]: readonly Promised[]): Seen => {
  if (first?.answer === undefined) throw new Error(`no status keeps "${first?.expected}"`)
  return { ...nothingSeen, status: first.answer }
}

/** How a sequence goes where every promise is kept, without a tenant: its steps, and what is promised then. */
export const rehearse = (commands: readonly Command[]): { readonly state: State; readonly steps: readonly Step[] } => {
  const steps: Step[] = []
  const way = walk(commands, [])
  let next = way.next()
  for (; !next.done; next = way.next(asPromised(promisesAt(next.value)))) steps.push(next.value.step)
  return { state: next.value, steps }
}

/** Whether a sequence comes to something that its subject promises, where every promise is kept. */
export const comesTo = (commands: readonly Command[], purpose: Purpose): boolean => {
  const steps = walkAndExamine(commands, purpose)
  for (let next = steps.next(); !next.done;) {
    const promised = promisesAt(next.value)
    if (promised.some(({ by }) => by === purpose.subject)) return true
    next = steps.next(asPromised(promised))
  }
  return false
}
