import { asText, table } from '../render/markdown'
import type { StatementData, Told } from './data'
import { daysInWords, fatesByAge } from './deviations'
import { shown } from './shown'
import { byArea, counted, shownVerdicts, tallyOf, untestedByReason } from './words'

/** A text of a result in Markdown: nothing in it is markup, and what could not be seen has its name. */
export const say = (text: string): string => asText(shown(text))

const chapter = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`### ${title}`, '', ...lines])

const mostFindings = 50

const untested = (told: readonly Told[]) =>
  table(
    ['Untested', 'Why'],
    untestedByReason(told).map(([reason, those]) => [String(those.length), say(reason)]),
  )

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
