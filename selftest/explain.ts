import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  areaOf,
  isRequirementId,
  labelOf,
  operation,
  requirement,
  requirementIds,
  unchecked,
  urlOf,
  type RequirementId,
} from '../specs'
import { mentionsUnder } from './id-mentions'

/** The members of results/conformance.json that this page shows. */
interface Verdicts {
  readonly startedAt?: string
  readonly requirements?: readonly { readonly id: string; readonly verdict: string }[]
}

const row = (name: string, values: readonly string[]): string[] =>
  values.map((value, index) => `  ${(index === 0 ? name : '').padEnd(11)}${value}`)

const placesOf = (id: string, folder: string, ending: string): string[] => [
  ...new Set(
    mentionsUnder(folder, ending)
      .filter(mention => mention.id === id)
      .map(({ file, line }) => `${file}:${line}`),
  ),
]

const lastVerdict = (id: RequirementId, resultsFolder: string): string => {
  const file = join(resultsFolder, 'conformance.json')
  if (!existsSync(file)) return `none: there is no ${file} yet`
  try {
    const { requirements, startedAt } = JSON.parse(readFileSync(file, 'utf8')) as Verdicts
    const verdict = requirements?.find(entry => entry.id === id)?.verdict
    return verdict ? `${verdict}  (run of ${startedAt ?? 'unknown time'})` : `none: ${file} does not list it`
  } catch {
    return `unreadable: ${file} is not JSON; run npm run conformance again`
  }
}

const operationsOf = (id: RequirementId): string[] => {
  const { on } = requirement(id)
  const lines = on.map(name => `${operation(name).method} ${operation(name).path}`)
  if (lines.length === 0) return ['no operation of the reference']
  return lines.length <= 8 ? lines : [...lines.slice(0, 7), `and ${lines.length - 7} more`]
}

/** Everything known about one requirement, as lines of text; `resultsFolder` holds the last run's conformance.json. */
export const explain = (id: RequirementId, resultsFolder: string): string[] => {
  const { rule, level, basis, says, leaves, tolerates, tier = 'core' } = requirement(id)
  const checks = placesOf(id, 'suites', '.spec.ts')
  const defects = placesOf(id, 'mock/defects', '.ts')
  return [
    `${id}  ${rule}`,
    '',
    ...row('area', [`${areaOf(id).code}  ${areaOf(id).title}`]),
    ...row('level', [`${level}, ${basis}, ${tier}`]),
    ...row(
      'says',
      says.map(citation => `${labelOf(citation)}\n             ${urlOf(citation)}`),
    ),
    ...row('on', operationsOf(id)),
    ...row('leaves', [leaves]),
    ...row('tolerates', [tolerates ?? 'nothing']),
    ...row('checks', checks.length > 0 ? checks : [`none: ${unchecked[id] ?? 'and no reason in specs/unchecked'}`]),
    ...row('defects', defects.length > 0 ? defects : ['none']),
    ...row('verdict', [lastVerdict(id, resultsFolder)]),
  ]
}

/** Ids a person may have meant: the same number elsewhere, else the same area. At most five. */
export const nearIds = (text: string): RequirementId[] => {
  const [letters = '', digits = ''] = text.toUpperCase().split(/[-\s]+/)
  const number = Number(digits)
  const distance = (id: RequirementId): number => {
    const [code = '', own = ''] = id.split('-')
    const alien = code === letters ? 0 : code.startsWith(letters.slice(0, 2)) ? 500 : 1000
    return alien + (Number.isNaN(number) ? 0 : Math.abs(Number(own) - number))
  }
  return requirementIds.toSorted((one, other) => distance(one) - distance(other)).slice(0, 5)
}

const main = (): number => {
  const asked = process.argv[2] ?? ''
  const id = asked.toUpperCase()
  if (isRequirementId(id)) {
    process.stdout.write(`${explain(id, process.env['RESULTS_DIR'] ?? 'results').join('\n')}\n`)
    return 0
  }
  const subject = asked === '' ? 'Which requirement?' : `No requirement is called ${asked}.`
  process.stderr.write(`${subject} Ids look like TOK-005; near: ${nearIds(asked).join(', ')}\n`)
  return 2
}

if (process.argv[1] === __filename) process.exitCode = main()
