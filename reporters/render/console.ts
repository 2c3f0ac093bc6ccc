import type { Conformance } from '../conformance-json'
import { message, oneLine, shortened } from '../plain'
import { sawIt } from '../preflight'
import type { CatalogueEntry } from '../verdict'
import { deviationFact, deviationLines } from './deviations'
import { failure } from './failure'
import { few, groupsOf } from './group'
import { leftLines } from './left-behind'
import type { Paint } from './paint'
import { isOnlyBlocked, rootsFirst } from './roots-first'

const indented = (text: string) => text.split('\n').map(line => `  ${line}`.trimEnd())

const headline = ({ verdict, reason, problem }: Conformance, paint: Paint) => {
  const colour = { conformant: paint.good, 'non-conformant': paint.bad, inconclusive: paint.unsure }[verdict]
  const why = problem !== undefined && verdict === 'inconclusive' ? 'the run could not do its work' : reason
  return `${colour(verdict.toUpperCase())}  ${why}`
}

const choicesLine = ({ choices, findings: found, baseline }: Conformance) => {
  const since = baseline ? ` compared with ${baseline.startedAt}` : ''
  return choices.length === 0
    ? []
    : [`  choices   ${choices.length}${since}, ${found.length || 'no'} ${found.length === 1 ? 'finding' : 'findings'}`]
}

const shardsLine = ({ merged }: Conformance) => {
  if (!merged) return []
  const seeds = merged.shards.flatMap(({ seed }) => (seed === undefined ? [] : [seed]))
  return [`  shards    ${merged.shards.length}${seeds.length > 0 ? `, of seeds ${seeds.join(', ')}` : ''}`]
}

const facts = (result: Conformance) => {
  const { target, requirements, counts, requests, durationMs, seed } = result
  const checks = requirements.reduce((sum, one) => sum + one.checks.length, 0)
  const judged = counts.pass + counts.fail + counts.warn + counts.deviation
  return [
    `  target    ${target.kind} ${target.baseUrl ?? '(address not known)'}`,
    `  judged    ${judged} of ${requirements.length} requirements, ${checks} checks, ${requests} requests, ${(durationMs / 1000).toFixed(1)} s`,
    ...choicesLine(result),
    ...deviationFact(result),
    ...shardsLine(result),
    ...(seed === undefined ? [] : [`  seed      ${seed}`]),
  ]
}

const before = ({ preflight = [] }: Conformance) => preflight.map(each => `  ${each.step.padEnd(14)}${sawIt(each)}`)

const tally = ({ counts }: Conformance) => {
  const words = ['pass', 'fail', 'warn', 'deviation', 'inconclusive', 'skipped'] as const
  const said = words.filter(word => counts[word] > 0).map(word => `${counts[word]} ${word}`)
  const untested = `${counts.untested} untested (no check in this run)`
  return `  verdicts  ${[...said, ...(counts.untested > 0 ? [untested] : [])].join(', ')}`
}

const causes = ({ roots }: Conformance, paint: Paint) =>
  roots.map(({ verdict, text }) => `${(verdict === 'fail' ? paint.bad : paint.unsure)('ROOT')}  ${text}`)

const failures = ({ requirements, roots }: Conformance, rules: ReadonlyMap<string, string>, paint: Paint) =>
  rootsFirst(requirements, roots)
    .filter(({ verdict }) => verdict === 'fail')
    .flatMap(one => failure(one, rules.get(one.id) ?? '', paint))

const inShort = ({ requirements, problem }: Conformance, paint: Paint) =>
  (['inconclusive', 'warn', 'skipped'] as const).flatMap(verdict =>
    groupsOf(
      requirements.filter(one => !isOnlyBlocked(one)),
      verdict,
    ).map(({ reason, ids }) => {
      const label = paint.unsure(verdict.toUpperCase())
      if (problem !== undefined && reason.startsWith('blocked: '))
        return `${label}  ${ids.length} requirements: blocked by the problem below`
      return `${label}  ${few(ids)}: ${reason}`
    }),
  )

const mostFindings = 5

const findings = ({ findings: all }: Conformance, paint: Paint) => [
  ...all
    .slice(0, mostFindings)
    .map(
      ({ kind, ambiguity, text }) =>
        `${paint.unsure('FINDING')}  ${ambiguity} ${kind}: ${shortened(oneLine(text), 300)}`,
    ),
  ...(all.length > mostFindings ? [`         and ${all.length - mostFindings} findings more`] : []),
]

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
    ...paragraph(before(result)),
    ...paragraph(causes(result, paint)),
    ...paragraph(failures(result, rules, paint)),
    ...paragraph(inShort(result, paint)),
    ...paragraph(findings(result, paint)),
    ...paragraph(deviationLines(result, paint)),
    ...paragraph(leftLines(result, paint)),
    headline(result, paint),
    '',
    ...paragraph(result.problem === undefined ? [] : indented(message(result.problem))),
    ...facts(result),
    tally(result),
    ...files.map((file, index) => `${index === 0 ? '  files     ' : '            '}${file}`),
    '',
  ].join('\n')
}
