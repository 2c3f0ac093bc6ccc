import type { RequirementId } from '../../specs'
import { afterAct } from './after-acts'
import { afterQuestion } from './after-questions'
import type { Command } from './command'
import type { Seen } from './promise'
import { examination, looks, type View } from './questions'
import { beginning, type State } from './state'
import { isQuestion, type Step } from './step'
import { towards } from './towards'

/** What a sequence is performed for. */
export interface Purpose {
  readonly subject: RequirementId
  /** What is looked at after each change. */
  readonly watches: readonly View[]
}

/** A step where it stands. */
export interface Standing {
  /** What is promised just now. */
  readonly state: State
  readonly step: Step
  /** Whether it belongs to the story; a mere look does not. */
  readonly isTold: boolean
}

/** Hands out steps, takes an answer to each, and ends with what is promised then. */
type Walk = Generator<Standing, State, Seen>

function* take(state: State, step: Step, isTold: boolean): Walk {
  const seen = yield { state, step, isTold }
  const after = isQuestion(step) ? afterQuestion(state, step, seen) : afterAct(state, step)
  // A token that a mere look brings is used no more.
  return isTold ? after : { ...after, tokens: after.tokens.slice(0, state.tokens.length) }
}

function* takeAll(before: State, steps: readonly Step[]): Walk {
  let state = before
  for (const step of steps) state = yield* take(state, step, false)
  return state
}

/** Step by step through a sequence; after each change it is looked at what is watched. */
export function* walk(commands: readonly Command[], watches: readonly View[]): Walk {
  let state = beginning
  for (const command of commands)
    for (let way = towards(state, command); way; way = towards(state, command)) {
      const { step, isArrival } = way
      state = yield* take(state, step, true)
      if (!isQuestion(step) || step.do === 'ask') state = yield* takeAll(state, looks(state, step.client, watches))
      if (isArrival) break
    }
  return state
}

/** The same, and in the end everything is asked that the subject promises of the state then reached. */
export function* walkAndExamine(commands: readonly Command[], { subject, watches }: Purpose): Walk {
  const state = yield* walk(commands, watches)
  return yield* takeAll(state, examination(state, subject))
}
