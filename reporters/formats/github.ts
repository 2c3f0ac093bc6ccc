import { oneLine, shortened } from '../plain'
import { asText, table } from '../render/markdown'
import type { CheckOfResult, Result } from '../result'
import { verdictWords } from '../verdict'
import { casesOf, placeOf, runCase, saidBy, type Case, type Describe } from './case'

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const commands: Readonly<Partial<Record<Case['verdict'], string>>> = {
  fail: 'error',
  warn: 'warning',
  deviation: 'notice',
}

const annotation = (command: string, one: Case, check: CheckOfResult) => {
  const place = placeOf(check)
  const values = [
    ...(place ? [`file=${property(place.file)}`, `line=${place.line}`] : []),
    `title=${property(shortened(oneLine(`${one.id} ${one.rule}`), 200))}`,
  ]
  return `::${command} ${values.join(',')}::${data(saidBy(check) || check.title)}`
}

/** Annotations for the log of a GitHub workflow, a line each: a failed check is an error at its place in the suite. */
export const annotations = (result: Result, describe: Describe): string => {
  const lines = casesOf(result, describe).flatMap(one =>
    one.checks.flatMap(check => {
      const command = commands[check.status]
      return command === undefined ? [] : [annotation(command, one, check)]
    }),
  )
  const run = runCase(result)
  const whole = run ? [`::error title=${result.verdict}::${data(run.text)}`] : []
  return [...whole, ...lines].map(line => `${line}\n`).join('')
}

/** More would be more than a page holds; the artifacts have them all. */
const mostShown = 50

const rowsOf = (cases: readonly Case[], verdict: Case['verdict']) =>
  cases
    .filter(one => one.verdict === verdict)
    .map(({ id, level, rule, headline }) => [asText(id), level, asText(rule), asText(headline)])

const chapter = (title: string, rows: readonly (readonly string[])[]) =>
  rows.length === 0
    ? []
    : [
        `### ${title} (${rows.length})`,
        '',
        ...table(['Requirement', 'Level', 'Rule', 'What was found'], rows.slice(0, mostShown)),
        ...(rows.length > mostShown ? [`and ${rows.length - mostShown} more`, ''] : []),
      ]

const signs = { conformant: '✅', 'non-conformant': '⛔', inconclusive: '❓' } as const

/** A result as the summary of a job: verdict, numbers, and what did not hold. Markdown. */
export const jobSummary = (result: Result, describe: Describe): string => {
  const cases = casesOf(result, describe)
  const counts = verdictWords.map(word => cases.filter(({ verdict }) => verdict === word).length)
  return [
    `## ${signs[result.verdict]} ${result.verdict}`,
    '',
    asText(result.problem ?? result.reason),
    '',
    ...table(verdictWords, [counts.map(String)]),
    `Target: ${asText(`${result.target.kind} ${result.target.baseUrl ?? '(address not known)'}`)}, run of ${asText(result.startedAt)}`,
    '',
    ...chapter('Failed', rowsOf(cases, 'fail')),
    ...chapter('Could not be judged', rowsOf(cases, 'inconclusive')),
    ...chapter('Known deviations', rowsOf(cases, 'deviation')),
    ...chapter('Warnings', rowsOf(cases, 'warn')),
  ].join('\n')
}
