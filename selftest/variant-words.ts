import type { CheckRecord } from '../harness/check-record'
import { requirement, type RequirementId } from '../specs'
import { variants } from '../mock/variants'

/**
 * The part of the checks that has to see a trait: fewer are chance, such as a moment in which all was slow. Of a tenant
 * without choices more are asked for, because the machine may be busy for longer than a moment.
 */
const least = { choosing: 0.01, documented: 0.25 } as const

/** What a violated MUST brings along may be the violation itself, which is no choice: as in reporters/choices.ts. */
const isViolated = ({ status, requirement: id }: Pick<CheckRecord, 'requirement' | 'status'>): boolean =>
  status === 'fail' && requirement(id as RequirementId).level === 'MUST'

/** What a run says about its tenant: what is noted where no MUST is violated, and the traits that are no chance. */
export const saidIn = (
  records: readonly Pick<CheckRecord, 'requirement' | 'status' | 'notes' | 'traits'>[],
  tenant: keyof typeof least,
): readonly string[] => {
  const traits = new Map<string, number>()
  for (const trait of records.flatMap(record => record.traits)) traits.set(trait, (traits.get(trait) ?? 0) + 1)
  const notes = records.filter(record => !isViolated(record)).flatMap(record => record.notes)
  return [
    ...new Set([
      ...notes,
      ...[...traits].filter(([, count]) => count >= records.length * least[tenant]).map(([trait]) => trait),
    ]),
  ]
}

/** The choices, by name, that are to be seen in what a run has said. */
export const shownIn = (said: readonly string[], choices: readonly string[]): readonly string[] =>
  choices.filter(name => {
    const words = variants[name]?.shows ?? ''
    return words !== '' && said.some(text => text.endsWith(words))
  })
