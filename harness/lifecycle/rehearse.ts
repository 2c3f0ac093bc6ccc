import { afterAct } from './after-acts'
import { afterQuestion } from './after-questions'
import type { Command } from './command'
import type { Seen } from './promise'
import { promisesOf } from './promises'
import { examination } from './questions'
import { beginning, type Because, type State } from './state'
import { isQuestion, type Step } from './step'
import { towards } from './towards'

const statuses = [200, 201, 204, 400, 404, 409]

/** An answer with the promised status; whoever rehearses does not look further. */
const asPromised = (state: State, step: Step): Seen => {
  const answers = statuses.map((status): Seen => ({ status, size: 0, at: () => undefined }))
  const fitting = answers.find(seen => promisesOf(state, step, seen, '')[0]?.holds)
  if (!fitting) throw new Error(`no status fits "${step.do}"`)
  return fitting
}

/** How a sequence goes where every promise is kept, without a tenant. */
export interface Rehearsal {
  readonly state: State
  readonly steps: readonly Step[]
  /** Whose promises its answers would be compared with. */
  readonly promisedBy: ReadonlySet<Because>
}

/** Goes through a sequence in the model alone. */
export const rehearse = (commands: readonly Command[]): Rehearsal => {
  const promisedBy = new Set<Because>()
  const steps: Step[] = []
  let state = beginning
  for (const command of commands)
    for (let way = towards(state, command); way; way = towards(state, command)) {
      const { step, isArrival } = way
      const seen = asPromised(state, step)
      for (const { by } of promisesOf(state, step, seen, '')) promisedBy.add(by)
      state = isQuestion(step) ? afterQuestion(state, step, seen) : afterAct(state, step)
      steps.push(step)
      if (isArrival) break
    }
  return { state, steps, promisedBy }
}

/** Whether a sequence comes to something that a requirement promises, at the latest in the end. */
export const comesTo = (commands: readonly Command[], subject: Because): boolean => {
  const { state, promisedBy } = rehearse(commands)
  return promisedBy.has(subject) || examination(state, subject).length > 0
}
