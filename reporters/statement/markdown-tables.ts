import { asText, table } from '../render/markdown'
import type { StatementData, Told } from './data'
import { daysInWords, fatesByAge } from './deviations'
import { shown } from './shown'
import { byArea, counted, shownVerdicts, tallyOf } from './words'

const say = (text: string) => asText(shown(text))

const chapter = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`### ${title}`, '', ...lines])

const mostFindings = 50

const untested = (told: readonly Told[]) => {
  const reasons = new Map<string, number>()
  for (const { verdict, unchecked = 'this run selected none of its checks' } of told)
    if (verdict === 'untested') reasons.set(unchecked, (reasons.get(unchecked) ?? 0) + 1)
  const rows = [...reasons].toSorted(([, a], [, b]) => b - a).map(([reason, count]) => [String(count), say(reason)])
  return table(['Untested', 'Why'], rows)
}

const areas = (told: readonly Told[]) =>
  table(
    ['Area', ...shownVerdicts, 'all'],
    [...byArea(told)].map(([name, those]) => {
      const counts = tallyOf(those)
      return [say(name), ...shownVerdicts.map(word => String(counts[word])), String(those.length)]
    }),
  )

const choices = ({ result: { choices: made = [], findings = [] } }: StatementData) => [
  ...(made.length === 0 ? [] : [`${counted(made.length, 'choice')} where the documents leave something open.`, '']),
  ...findings.slice(0, mostFindings).map(({ kind, ambiguity, text }) => `- ${kind} ${say(`${ambiguity}: ${text}`)}`),
  ...(findings.length > mostFindings ? [`- and ${findings.length - mostFindings} more`] : []),
  ...(findings.length === 0 ? [] : ['']),
]

const deviations = ({ result }: StatementData) =>
  table(
    ['Requirement', 'State', 'Last day', 'Days left', 'Reason', 'Owner'],
    fatesByAge(result).map(({ requirement, state, expires, days, reason = '', owner = '' }) =>
      [requirement, state, expires, daysInWords(days), reason, owner].map(say),
    ),
  )

/** What a release ticket shows in tables: what is untested, the areas, the choices, the known deviations. */
export const markdownTables = (data: StatementData, told: readonly Told[]): readonly string[] => [
  ...chapter('Untested', untested(told)),
  ...chapter('Areas', areas(told)),
  ...chapter('What this tenant chose', choices(data)),
  ...chapter('Known deviations', deviations(data)),
]
