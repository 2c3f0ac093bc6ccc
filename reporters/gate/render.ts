import { daysLeft } from '../deviations/deviation'
import { plain } from '../plain'
import { asText, table } from '../render/markdown'
import type { Paint } from '../render/paint'
import type { Result } from '../result'
import { verdictWords } from '../verdict'
import type { Decision } from './decide'
import type { Objection, Situation } from './situation'

/** What is said about a decision besides itself. */
export interface Occasion {
  readonly policy: string
  readonly now: Date
  readonly situation: Situation
}

const mostShown = 12

const few = (about: readonly string[]) =>
  about.length > mostShown ? [...about.slice(0, mostShown), `and ${about.length - mostShown} more`] : about

const tally = ({ requirements }: Result) =>
  verdictWords
    .map(word => [word, requirements.filter(({ verdict }) => verdict === word).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ')

const facts = (
  { result }: Decision,
  { policy, situation: { results, baseline } }: Occasion,
): readonly [string, string][] => [
  ['policy', policy],
  ...(result
    ? ([
        ['target', `${result.target.kind} ${result.target.baseUrl ?? '(address not known)'}`],
        ['run', `${result.startedAt}, commit ${result.commit ?? '(not known)'}`],
        ['verdicts', tally(result)],
      ] as [string, string][])
    : []),
  ['results', results.map(({ path }) => path).join(', ') || 'none'],
  ...(baseline ? ([['baseline', `${baseline.path}, run of ${baseline.result.startedAt}`]] as [string, string][]) : []),
]

/** The machine-readable form of a decision, `gate.json`. */
export const gateJson = (decision: Decision, { policy, now, situation }: Occasion) => ({
  format: 1,
  answer: decision.answer,
  policy,
  decidedAt: now.toISOString(),
  objections: decision.objections,
  results: situation.results.map(({ path, result: { target, startedAt, commit = null, shard = null } }) => ({
    path, target, startedAt, commit, shard,
  })),
  baseline: situation.baseline ? { path: situation.baseline.path, startedAt: situation.baseline.result.startedAt } : null,
}) // prettier-ignore

const objectionText = ({ rule, text, about = [] }: Objection, paint: Paint, answer: string) => [
  `${(answer === 'no-go' ? paint.bad : paint.unsure)(answer.toUpperCase())}  ${rule}: ${plain(text)}`,
  ...few(about).map(one => `       ${plain(one).replaceAll('\n', ' ')}`),
]

/** A decision for a person at a terminal. */
export const gateText = (decision: Decision, occasion: Occasion, paint: Paint): string => {
  const { answer, objections } = decision
  const colour = { go: paint.good, 'no-go': paint.bad, 'cannot tell': paint.unsure }[answer]
  const counts = objections.length === 1 ? '1 objection' : `${objections.length || 'no'} objections`
  return [
    '',
    ...objections.flatMap(one => objectionText(one, paint, one.answer)),
    ...(objections.length > 0 ? [''] : []),
    `${colour(answer.toUpperCase())}  ${counts}`,
    '',
    ...facts(decision, occasion).map(([word, text]) => `  ${word.padEnd(10)}${plain(text)}`),
    '',
  ].join('\n')
}

const details = ({ rule, about = [] }: Objection) =>
  about.length <= mostShown
    ? []
    : [
        `<details><summary>${asText(rule)}: all ${about.length}</summary>`,
        '',
        ...about.map(one => `- ${asText(one)}`),
        '',
        '</details>',
        '',
      ]

const accepted = ({ result }: Decision, now: Date) =>
  (result?.deviations ?? [])
    .filter(({ state }) => state === 'applied')
    .map(({ requirement, reason, owner, expires }) => [
      requirement, asText(reason ?? ''), asText(owner ?? ''), `${asText(expires)} (${daysLeft(expires, now.toISOString())} days)`,
    ]) // prettier-ignore

const signs = { go: '✅', 'no-go': '⛔', 'cannot tell': '❓' } as const

/** A decision as a comment of a pull request, `gate.md`. */
export const gateMarkdown = (decision: Decision, occasion: Occasion): string => {
  const { answer, objections } = decision
  const deviations = table(['Accepted', 'Reason', 'Owner', 'Until'], accepted(decision, occasion.now))
  return [
    `## ${signs[answer]} ${answer}`,
    '',
    ...table(
      ['', 'Rule', 'Why', 'What'],
      objections.map(one => [
        one.answer,
        asText(one.rule),
        asText(one.text),
        few(one.about ?? [])
          .map(asText)
          .join('<br>'),
      ]),
    ),
    ...objections.flatMap(details),
    ...deviations,
    ...table(
      ['', ''],
      facts(decision, occasion).map(([word, text]) => [word, asText(text)]),
    ),
  ].join('\n')
}
