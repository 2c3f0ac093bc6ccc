import type { TestDetails } from '@playwright/test'
import { areaOf, labelOf, operations, requirement, urlOf, type RequirementId } from '../specs'
import { requirementAnnotation } from './check-record'

const severity = { MUST: 'critical', SHOULD: 'normal', MAY: 'minor' } as const

const operationLabel = (id: keyof typeof operations) => {
  const { method, path } = operations[id]
  return `${method} ${path}`
}

/**
 * Couples a check to the one requirement it verifies: `test(...verifies('TOK-005', 'a 7-minute client'), body)`.
 * It gives arguments instead of calling `test`, because Playwright takes a test's place from the direct caller.
 * @param id literal id of the requirement
 * @param twist what this check varies, where a requirement has several
 * @param tags further Playwright tags: `@slow` (waits for real time to pass), `@fuzz`, and `@sequence` where the
 *   cases are sequences of commands
 */
export const verifies = (
  id: RequirementId,
  twist = '',
  ...tags: ('@slow' | '@fuzz' | '@sequence')[]
): [title: string, details: TestDetails] => {
  const { rule, level, says, on } = requirement(id)
  const area = areaOf(id)
  const operation = on[0]
  return [
    [id, rule, twist].filter(Boolean).join(' · '),
    {
      tag: [`@${id}`, `@${level}`, ...tags],
      annotation: [
        { type: requirementAnnotation, description: id },
        { type: 'allure.label.epic', description: `${area.code} ${area.title}` },
        { type: 'allure.label.feature', description: operation ? operationLabel(operation) : 'all operations' },
        { type: 'allure.label.story', description: id },
        { type: 'allure.label.severity', description: severity[level] },
        { type: 'description', description: [rule, ...says.map(at => `- [${labelOf(at)}](${urlOf(at)})`)].join('\n') },
        ...says.map(at => ({ type: 'tms', description: at })),
      ],
    },
  ]
}
