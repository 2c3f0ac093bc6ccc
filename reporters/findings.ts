import type { Baseline } from './baseline'
import type { ChoiceMade } from './choices'

/**
 * Something to know about a tenant's choices, each of which is legitimate for itself: it changes no verdict.
 *
 * - `mixed`: one question has two answers within the run.
 * - `switched`: no answer of this run was given in the run that is compared with.
 */
export interface Finding {
  readonly kind: 'mixed' | 'switched'
  readonly ambiguity: string
  readonly question: string
  /** One sentence for people. */
  readonly text: string
  readonly answers: readonly string[]
  /** The answers of the earlier run; only with `switched`. */
  readonly before?: readonly string[]
}

/** Where an answer was seen: the requirement of the one check, or how many there are. */
const counted = ([first = '', ...more]: readonly string[]) =>
  more.length === 0 ? `in ${first.split(' ')[0]}` : `in ${more.length + 1} checks`

const words = ({ answers }: ChoiceMade) => answers.map(({ answer }) => answer)

const mixedIn = (choices: readonly ChoiceMade[]): readonly Finding[] =>
  choices
    .filter(({ answers }) => answers.length > 1)
    .map(choice => {
      const each = choice.answers.map(({ answer, checks }) => `${answer} (${counted(checks)})`)
      const { ambiguity, question } = choice
      return { kind: 'mixed', ambiguity, question, text: `${question} ${each.join(' and ')}`, answers: words(choice) }
    })

const switchedSince = (choices: readonly ChoiceMade[], earlier: readonly ChoiceMade[]): readonly Finding[] =>
  choices.flatMap(choice => {
    const { ambiguity, question } = choice
    const same = earlier.find(one => one.ambiguity === ambiguity && one.question === question)
    const [answers, before] = [words(choice), same ? words(same) : []]
    if (before.length === 0 || answers.some(answer => before.includes(answer))) return []
    const text = `${question} ${answers.join(' and ')}; in the baseline: ${before.join(' and ')}`
    return [{ kind: 'switched', ambiguity, question, text, answers, before }]
  })

/**
 * What is to be said about the choices of a run: the mixed ones first, then those that have switched.
 * @param baseline an earlier run; a question that only one of the runs has asked says nothing
 */
export const findingsOf = (choices: readonly ChoiceMade[], baseline?: Baseline): readonly Finding[] => [
  ...mixedIn(choices),
  ...(baseline ? switchedSince(choices, baseline.choices) : []),
]
