import { readings } from '../specs'
import type { CatalogueEntry, RequirementVerdict } from './verdict'

/** One of the answers a tenant gave to a question. */
export interface Answer {
  readonly answer: string
  /** Titles of the checks that saw it. */
  readonly checks: readonly string[]
}

/** Something the documents leave open, and what the tenant did in this run. */
export interface ChoiceMade {
  /** A documented ambiguity (`A-16`), or the requirement whose tolerance leaves it open. */
  readonly ambiguity: string
  /** What is open: the title of the ambiguity, or the rule of the requirement. */
  readonly title: string
  readonly question: string
  /** The most frequent first. A tenant that does not mix readings has given one. */
  readonly answers: readonly Answer[]
}

const titleOf = (id: string, catalogue: readonly CatalogueEntry[]) =>
  (readings as Readonly<Record<string, { readonly title: string }>>)[id]?.title ??
  catalogue.find(entry => entry.id === id)?.rule ??
  id

const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/**
 * The choices of a run, ordered by ambiguity and question. What a check saw that found a MUST violated is left out: it
 * may be the violation itself, which is no choice.
 *
 * @param judged every requirement with its checks
 * @param catalogue the sentences of the requirements
 */
export const choicesOf = (
  judged: readonly RequirementVerdict[],
  catalogue: readonly CatalogueEntry[],
): readonly ChoiceMade[] => {
  const asked = new Map<string, { ambiguity: string; question: string; answers: Map<string, Set<string>> }>()
  for (const { status, title, choices } of judged.flatMap(({ checks }) => checks))
    for (const { ambiguity, question, answer } of status === 'fail' ? [] : choices) {
      const key = JSON.stringify([ambiguity, question])
      const entry = asked.get(key) ?? { ambiguity, question, answers: new Map<string, Set<string>>() }
      asked.set(key, entry)
      const { answers } = entry
      answers.set(answer, (answers.get(answer) ?? new Set()).add(title))
    }
  return [...asked.values()]
    .map(({ ambiguity, question, answers }) => ({
      ambiguity,
      title: titleOf(ambiguity, catalogue),
      question,
      answers: [...answers]
        .map(([answer, titles]) => ({ answer, checks: [...titles].sort() }))
        .sort((a, b) => b.checks.length - a.checks.length || inOrder(a.answer, b.answer)),
    }))
    .sort((a, b) => inOrder(a.ambiguity, b.ambiguity) || inOrder(a.question, b.question))
}
