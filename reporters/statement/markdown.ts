import { table } from '../render/markdown'
import { found } from '../render/failure'
import { rootsFirst } from '../render/roots-first'
import { leftBehind, type CheckOfResult } from '../result'
import { twistOf } from '../twist'
import { shortened } from '../plain'
import type { StatementData, Told } from './data'
import { fenced } from './fenced'
import { markdownTables, say } from './markdown-tables'
import { isSeen } from './shown'
import { scanSentence } from './traces'
import { counted, figure, lasted, moment, toldOf } from './words'

/** Failed requirements told one by one, and characters for all their scripts. */
const most = { requirements: 50, scripts: 60_000 }

const facts = ({ result, gate }: StatementData): readonly (readonly [string, string])[] => [
  ['Target', `${result.target.kind} ${result.target.baseUrl ?? '(address not known)'}`],
  ['Issuer', result.fingerprint?.issuers.join(', ') || 'not seen'],
  ['Key ids', result.fingerprint?.keyIds.join(', ') || 'not seen'],
  ['Run', `${moment(result.startedAt)}, ${lasted(result.durationMs)}`],
  ['Harness', `version ${result.harness?.version ?? 'not known'}, commit ${result.commit ?? 'not known'}`],
  ['Seed', String(result.seed ?? 'not known')],
  ['Requests', result.requests === undefined ? 'not counted' : figure(result.requests)],
  ['Gate', gate ? `${gate.answer} (policy ${gate.policy})` : 'not asked about these results'],
]

const checkLines = (data: StatementData, { id, rule }: Told, check: CheckOfResult, room: { left: number }) => {
  const twist = twistOf(check.title, id, rule)
  const script = data.evidence.scripts.get(check.title)
  const fits = script !== undefined && script.of === undefined && isSeen(script.text) && script.text.length <= room.left
  if (fits) room.left -= script.text.length
  return [
    `- ${twist === '' ? '' : `${say(twist)}: `}${say(shortened(found(check.message ?? 'no reason was given', id), 600))}`,
    '',
    ...(script === undefined
      ? []
      : fits
        ? [
            '  <details><summary>curl</summary>',
            '',
            ...fenced(script.text, 'bash').map(line => `  ${line}`),
            '',
            '  </details>',
            '',
          ]
        : ['  Its script is in Allure.', '']),
  ]
}

const failures = (data: StatementData, told: readonly Told[]): readonly string[] => {
  const room = { left: most.scripts }
  const failed = rootsFirst(
    told.filter(({ verdict }) => verdict === 'fail'),
    data.result.roots ?? [],
  )
  const left = failed.length - most.requirements
  return [
    ...(failed.length === 0 ? [] : ['### Failed', '']),
    ...failed.slice(0, most.requirements).flatMap(one => {
      const speaking = one.checks.filter(({ status }) => status === 'fail')
      const sources = one.sources.map(({ label, url }) => `[${say(label)}](<${url}>)`).join(', ')
      return [
        `**${one.id}** (${one.level}) ${say(one.rule)}${sources === '' ? '' : ` – ${sources}`}`,
        '',
        ...speaking.slice(0, 5).flatMap(check => checkLines(data, one, check, room)),
        ...(speaking.length > 5 ? [`- and ${speaking.length - 5} more checks`, ''] : []),
      ]
    }),
    ...(left > 0 ? [`and ${counted(left, 'further requirement')}`, ''] : []),
  ]
}

const leftWords = (count: number | undefined) =>
  count === undefined ? 'not counted' : count === 0 ? 'nothing' : counted(count, 'object')

/** The statement as text for the ticket of a release. */
export const statementMarkdown = (data: StatementData): string => {
  const { result } = data
  const told = toldOf(result)
  const roots = (result.roots ?? []).map(({ text }) => `- ${say(text)}`)
  return [
    `## ${result.verdict}`,
    '',
    say(result.reason),
    '',
    ...table(
      ['', ''],
      facts(data).map(([word, text]) => [word, say(text)]),
    ),
    ...(roots.length === 0 ? [] : ['### Roots', '', ...roots, '']),
    ...failures(data, told),
    ...markdownTables(data, told),
    `**Left on the tenant:** ${leftWords(leftBehind(result))}`,
    '',
    `**Secret scan:** ${say(scanSentence(result))}`,
    '',
  ].join('\n')
}
