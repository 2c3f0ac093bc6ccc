import { joined } from '../join'
import type { Result } from '../result'
import { baselineRules } from './against-baseline'
import { coverageRules } from './coverage'
import { honestyRules } from './honesty'
import { identityRules } from './identity'
import { outcomeRules } from './outcome'
import { shardsAreComplete } from './shards'
import { cannotTell, type Answer, type Objection, type Situation, type Whole } from './situation'

/** What the gate answers, and everything that speaks against `go`. */
export interface Decision {
  readonly answer: Answer
  readonly objections: readonly Objection[]
  /** The result that was judged; absent where there is none that is about the right thing. */
  readonly result?: Result
}

const evidenceRules = [...honestyRules, ...outcomeRules, ...coverageRules, ...baselineRules]

const answerOf = (objections: readonly Objection[]): Answer => {
  if (objections.some(({ answer }) => answer === 'no-go')) return 'no-go'
  return objections.length > 0 ? 'cannot tell' : 'go'
}

/**
 * Decides. Evidence about something else (another tenant, another commit, last week) decides nothing, whatever it says.
 * Evidence about the right thing that speaks against a release is `no-go`, even where other evidence is missing; where
 * it only is not good enough, nobody can tell.
 */
export const decide = (situation: Situation): Decision => {
  const [first, ...more] = situation.results
  const unreadable = situation.unreadable.flatMap(text => cannotTell('results', text))
  if (!first)
    return {
      answer: 'cannot tell',
      objections: unreadable.length > 0 ? unreadable : cannotTell('results', 'there are no results'),
    }

  const foreign = identityRules.flatMap(rule => rule(situation))
  if (foreign.length > 0) return { answer: 'cannot tell', objections: [...unreadable, ...foreign] }

  const result = joined([first.result, ...more.map(one => one.result)])
  const whole: Whole = { ...situation, result }
  const found = [...unreadable, ...shardsAreComplete(situation), ...evidenceRules.flatMap(rule => rule(whole))]
  // What speaks against a release comes first.
  const objections = found.toSorted((a, b) => Number(b.answer === 'no-go') - Number(a.answer === 'no-go'))
  return { answer: answerOf(objections), objections, result }
}
