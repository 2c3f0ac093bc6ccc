import type { Promised, Seen } from './promise'
import { promisesOf } from './promises'
import { nothingSeen } from './questions'
import type { State } from './state'
import type { Command } from './command'
import { walk, walkAndExamine, type Purpose, type Standing } from './walk'

const promisesAt = ({ state, step }: Standing): readonly Promised[] => promisesOf(state, step, nothingSeen, '')

/** An answer with the promised status; whoever rehearses does not look further. */
const asPromised = ([first]: readonly Promised[]): Seen => {
  if (first?.answer === undefined) throw new Error(`no status keeps "${first?.expected}"`)
  return { ...nothingSeen, status: first.answer }
}

/** What is promised after a sequence in which every promise was kept, without a tenant. */
export const rehearse = (commands: readonly Command[]): State => {
  const steps = walk(commands, [])
  let next = steps.next()
  while (!next.done) next = steps.next(asPromised(promisesAt(next.value)))
  return next.value
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
