import type { CheckRecord } from '../../harness/check-record'
import type { Outcome } from './run-scenario'

const counted = (records: readonly CheckRecord[], status: CheckRecord['status']) =>
  records.filter(record => record.status === status).length

const columns = ['scenarios', 'hits', 'pass', 'warn', 'inconclusive', 'skipped', 'wrong', 'longest'] as const

const row = (outcomes: readonly Outcome[]): Readonly<Record<(typeof columns)[number], number>> => {
  const records = outcomes.flatMap(outcome => outcome.records)
  return {
    scenarios: outcomes.length,
    hits: outcomes.reduce((sum, { hits }) => sum + hits, 0),
    pass: counted(records, 'pass'),
    warn: counted(records, 'warn'),
    inconclusive: counted(records, 'inconclusive'),
    skipped: counted(records, 'skipped'),
    wrong: outcomes.filter(({ wrong }) => wrong.length > 0).length,
    longest: Math.round(Math.max(0, ...outcomes.map(({ seconds }) => seconds))),
  }
}

/** The kinds of trouble, a line each: how often, and how the checks ended there. */
export const tableOf = (outcomes: readonly Outcome[]): string => {
  const kinds = [...new Set(outcomes.map(({ scenario }) => scenario.kind))].toSorted()
  const rows = kinds.map(kind => [kind, row(outcomes.filter(({ scenario }) => scenario.kind === kind))] as const)
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${[name.padEnd(24), ...cells.map((cell, at) => String(cell).padStart((columns[at]?.length ?? 0) + 2))].join('')}\n`
  return [
    line('kind', columns),
    ...[...rows, ['all', row(outcomes)] as const].map(([name, cells]) => line(name, columns.map(each => cells[each]))),
  ].join('') // prettier-ignore
}

/** One scenario in words: what is wrong, and how to repeat it. */
export const describeOutcome = (
  { scenario, records, requests, hits, seconds, wrong }: Outcome,
  detailed = false,
): string => {
  const ends = (['pass', 'warn', 'inconclusive', 'skipped', 'fail'] as const)
    .map(status => `${counted(records, status)} ${status}`)
    .join(', ')
  const head = `${wrong.length > 0 ? 'WRONG' : 'ok   '}  ${scenario.name}: ${hits} of ${requests} requests hit, ${ends}, ${seconds.toFixed(1)} s`
  const again = wrong.length > 0 ? [`again: npm run test:faults -- ${scenario.name} --seed ${scenario.seed}`] : []
  const troubles = detailed
    ? records.flatMap(({ requirement, message }) => (message ? [`${requirement}: ${message}`] : []))
    : []
  return [head, ...[...wrong, ...again, ...troubles].map(text => `    ${text}`)].join('\n')
}
