import type { Conformance } from '../conformance-json'
import { message } from '../plain'
import type { CatalogueEntry } from '../verdict'
import { failure } from './failure'
import { few, groupsOf } from './group'
import type { Paint } from './paint'

const indented = (text: string) => text.split('\n').map(line => `  ${line}`.trimEnd())

const headline = ({ verdict, reason, problem }: Conformance, paint: Paint) => {
  const colour = { conformant: paint.good, 'non-conformant': paint.bad, inconclusive: paint.unsure }[verdict]
  const why = problem !== undefined && verdict === 'inconclusive' ? 'the run could not do its work' : reason
  return `${colour(verdict.toUpperCase())}  ${why}`
}

const facts = ({ target, requirements, counts, requests, durationMs, seed }: Conformance) => {
  const checks = requirements.reduce((sum, one) => sum + one.checks.length, 0)
  const judged = counts.pass + counts.fail + counts.warn + counts.deviation
  return [
    `  target    ${target.kind} ${target.baseUrl ?? '(address not known)'}`,
    `  judged    ${judged} of ${requirements.length} requirements, ${checks} checks, ${requests} requests, ${(durationMs / 1000).toFixed(1)} s`,
    ...(seed === undefined ? [] : [`  seed      ${seed}`]),
  ]
}

const tally = ({ counts }: Conformance) => {
  const words = ['pass', 'fail', 'warn', 'deviation', 'inconclusive', 'skipped'] as const
  const said = words.filter(word => counts[word] > 0).map(word => `${counts[word]} ${word}`)
  const untested = `${counts.untested} untested (no check in this run)`
  return `  verdicts  ${[...said, ...(counts.untested > 0 ? [untested] : [])].join(', ')}`
}

const failures = ({ requirements }: Conformance, rules: ReadonlyMap<string, string>, paint: Paint) =>
  requirements.filter(({ verdict }) => verdict === 'fail').flatMap(one => failure(one, rules.get(one.id) ?? '', paint))

const inShort = ({ requirements, problem }: Conformance, paint: Paint) =>
  (['inconclusive', 'warn', 'skipped'] as const).flatMap(verdict =>
    groupsOf(requirements, verdict).map(({ reason, ids }) => {
      const label = paint.unsure(verdict.toUpperCase())
      if (problem !== undefined && reason.startsWith('blocked: '))
        return `${label}  ${ids.length} requirements: blocked by the problem below`
      return `${label}  ${few(ids)}: ${reason}`
    }),
  )

const paragraph = (lines: readonly string[]) => (lines.length === 0 ? [] : [...lines, ''])

/**
 * The summary of a run for a person at a terminal.
 *
 * @param result the run
 * @param catalogue the sentences of the requirements
 * @param files where to read on, one line each
 * @param paint colours, or none
 */
export const renderConsole = (
  result: Conformance,
  catalogue: readonly CatalogueEntry[],
  files: readonly string[],
  paint: Paint,
): string => {
  const rules = new Map(catalogue.map(({ id, rule }) => [id, rule]))
  return [
    '',
    ...paragraph(failures(result, rules, paint)),
    ...paragraph(inShort(result, paint)),
    headline(result, paint),
    '',
    ...paragraph(result.problem === undefined ? [] : indented(message(result.problem))),
    ...facts(result),
    tally(result),
    ...files.map((file, index) => `${index === 0 ? '  files     ' : '            '}${file}`),
    '',
  ].join('\n')
}
