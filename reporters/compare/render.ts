import { oneLine, plain, shortened } from '../plain'
import { asText, table } from '../render/markdown'
import type { PlacedResult } from '../result'
import type { Change, Comparison } from './compare'

const chapters = [
  ['regressed', 'Regressed'],
  ['fixed', 'Fixed'],
  ['newlyChecked', 'Newly checked'],
  ['noLongerChecked', 'No longer checked'],
  ['otherwise', 'Otherwise changed'],
] as const

const describe = ({ path, result: { verdict, target, startedAt, commit } }: PlacedResult) =>
  `${path}: ${verdict}, ${target.kind} ${target.baseUrl ?? '(address not known)'}, ${startedAt}${commit === undefined ? '' : `, commit ${commit.slice(0, 9)}`}`

const reason = ({ why }: Change) => (why === undefined ? '' : shortened(oneLine(why), 200))

/** New ones and old ones in one list, as a person reads it. */
const traitLines = ({ traits }: Comparison) => [
  ...(traits?.gone ?? []).map(trait => ['before', trait] as const),
  ...(traits?.new ?? []).map(trait => ['now', trait] as const),
]

const isSame = (found: Comparison) =>
  chapters.every(([name]) => found[name].length === 0) && found.choices.length === 0 && traitLines(found).length === 0

/** A comparison for a person at a terminal. */
export const comparisonText = (found: Comparison, before: PlacedResult, after: PlacedResult): string => {
  const choices = found.choices.map(
    one =>
      `  ${plain(`${one.ambiguity}  ${one.question} ${one.after.join(' and ')}; before: ${one.before.join(' and ')}`)}`,
  )
  const chapter = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title} (${lines.length})`, ...lines, '']
  return [
    `A  ${plain(describe(before))}`,
    `B  ${plain(describe(after))}`,
    '',
    ...chapters.flatMap(([name, title]) =>
      chapter(
        title,
        found[name].map(one => `  ${plain(one.id)}  ${one.before} → ${one.after}  ${reason(one)}`.trimEnd()),
      ),
    ),
    ...chapter('Choices', choices),
    ...chapter(
      'How it answers',
      traitLines(found).map(([when, trait]) => `  ${when.padEnd(6)}  ${plain(trait)}`),
    ),
    ...(isSame(found) ? ['No requirement, no choice and no trait differs.', ''] : []),
  ].join('\n')
}

/** A comparison as Markdown, fit for a pull request comment. */
export const comparisonMarkdown = (found: Comparison, before: PlacedResult, after: PlacedResult): string => {
  const chapter = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`### ${title}`, '', ...lines]
  return [
    `## ${found.regressed.length === 0 ? 'Nothing regressed' : `${found.regressed.length} regressed`}`,
    '',
    `- A: ${asText(describe(before))}`,
    `- B: ${asText(describe(after))}`,
    '',
    ...chapters.flatMap(([name, title]) =>
      chapter(
        title,
        table(['Requirement', 'Level', 'A', 'B', 'Why'], found[name].map(one => [
          asText(one.id), one.level, one.before, one.after, asText(reason(one)),
        ])), // prettier-ignore
      ),
    ),
    ...chapter(
      'Choices',
      table(
        ['Ambiguity', 'Question', 'A', 'B'],
        found.choices.map(one =>
          [one.ambiguity, one.question, one.before.join(' / '), one.after.join(' / ')].map(asText),
        ),
      ),
    ),
    ...chapter(
      'How it answers',
      table(
        ['When', 'Trait'],
        traitLines(found).map(([when, trait]) => [when, asText(trait)]),
      ),
    ),
    ...(isSame(found) ? ['No requirement, no choice and no trait differs.', ''] : []),
  ].join('\n')
}
