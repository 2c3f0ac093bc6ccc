import type { StatementData } from '../reporters/statement/data'
import type { RequirementOfResult, Result } from '../reporters/result'
import { requirementIds } from '../specs'
import { checkOf, ending, greenResult } from './gate-samples'

/** What a failed check says, as the harness writes it. */
export const violated = (title: string, received: string): string =>
  [
    title,
    '  expected  status 200',
    `  received  ${received}    POST /acs/token → 500, exchange 2 of 2`,
    '  says      guide#step-2',
  ].join('\n')

/** A result with two violations, a warning and one that could not be judged. */
export const mixedResult: Result = ending(
  ending(
    ending(greenResult, 'fail', ['TOK-005', 'CLI-001'], { message: violated('TOK-005 · a rule', 'status 500') }),
    'warn',
    ['TOK-014'],
    { warnings: ['Pragma is absent'] },
  ),
  'inconclusive',
  ['REV-001'],
  { message: 'the network is gone' },
)

/** What a statement is made of, with nothing beside the result. */
export const dataOf = (result: Result, rest: Partial<StatementData> = {}): StatementData => ({
  result,
  evidence: { scripts: new Map(), places: new Map() },
  hasAllure: false,
  ...rest,
})

/** The longest of everything: so many requirements, each failed in many checks that say much. */
export const enormous = (requirements: number, checks: number): StatementData => {
  const scripts = new Map<string, { readonly text: string }>()
  const failed: readonly RequirementOfResult[] = Array.from({ length: requirements }, (_, index) => {
    const id = requirementIds[index % requirementIds.length] ?? 'TOK-005'
    return {
      id: index < requirementIds.length ? id : `TOK-${900 + index - requirementIds.length}`,
      level: 'MUST',
      verdict: 'fail',
      checks: Array.from({ length: checks }, (_each, number) => {
        const check = checkOf(id, `twist ${number}`, {
          status: 'fail',
          message: violated(id, '<"x">'.repeat(800)),
          notes: Array.from({ length: 20 }, (_note, each) => `measured: ${each} ${'&'.repeat(300)}`),
        })
        scripts.set(check.title, { text: `curl '${'<&>'.repeat(4_000)}'\n` })
        return check
      }),
    }
  })
  const long = (count: number) => Array.from({ length: count }, (_, each) => each)
  const result: Result = {
    ...greenResult,
    verdict: 'non-conformant',
    requirements: failed,
    choices: long(5_000).map(each => ({
      ambiguity: 'A-01',
      title: 'open',
      question: `question ${each}`,
      answers: [{ answer: '<'.repeat(500), checks: [] }],
    })),
    traits: long(5_000).map(each => ({ trait: `trait ${each} ${'&'.repeat(200)}`, checks: 1 })),
    findings: long(5_000).map(each => ({
      kind: 'mixed',
      ambiguity: 'A-01',
      question: `question ${each}`,
      text: '<'.repeat(500),
      answers: [],
    })),
  }
  return dataOf(result, { evidence: { scripts, places: new Map() } })
}
