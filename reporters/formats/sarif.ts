import type { CheckOfResult, Result } from '../result'
import { casesOf, placeOf, runCase, saidBy, type Case, type Describe } from './case'

/** A violation has a message; a warning about something tolerated has none. */
const isViolated = ({ status, message }: CheckOfResult) =>
  status === 'fail' || status === 'deviation' || (status === 'warn' && message !== undefined)

const levelOf = ({ level }: Pick<Case, 'level'>) => (level === 'MUST' ? 'error' : 'warning')

const ruleOf = (one: Case) => ({
  id: one.id,
  name: one.id,
  shortDescription: { text: one.rule },
  fullDescription: { text: `${one.rule} (${one.level}, ${one.area})` },
  ...(one.sources[0] && { helpUri: one.sources[0].url }),
  help: {
    text: [one.rule, '', 'Said in:', ...one.sources.map(({ label, url }) => `${label}: ${url}`)].join('\n'),
    markdown: [
      one.rule,
      '',
      'Said in:',
      '',
      ...one.sources.map(({ label, url }) => `- [${label.replaceAll(/[[\]\\]/g, '')}](<${url}>)`),
    ].join('\n'),
  },
  defaultConfiguration: { level: levelOf(one) },
  properties: { tags: ['conformance', one.level, one.area] },
})

const locationsOf = (check: CheckOfResult) => {
  const place = placeOf(check)
  if (!place) return []
  const artifactLocation = { uri: encodeURI(place.file), uriBaseId: '%SRCROOT%' }
  return [{ physicalLocation: { artifactLocation, region: { startLine: place.line } } }]
}

/** A message begins with the title of its check, as a rule. */
const messageOf = (check: CheckOfResult) => {
  const said = saidBy(check)
  return said.startsWith(check.title) ? said : `${check.title}\n${said}`.trim()
}

const resultOf = (one: Case, check: CheckOfResult, ruleIndex: number) => ({
  ruleId: one.id,
  ruleIndex,
  level: levelOf(one),
  kind: 'fail',
  message: { text: messageOf(check) },
  locations: locationsOf(check),
  ...(check.signature !== undefined && { partialFingerprints: { 'signature/v1': `${one.id}/${check.signature}` } }),
  // A known deviation is shown, and asks for nothing.
  ...(check.status === 'deviation' && {
    suppressions: [{ kind: 'external', status: 'accepted', justification: check.notes.at(-1) ?? 'known deviation' }],
  }),
})

/**
 * A result as SARIF 2.1.0, for code scanning: a rule per violated requirement, a result per check that says so, at the
 * place of that check. A violated MUST is an error, anything else a warning.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif = (result: Result, describe: Describe): unknown => {
  const violated = casesOf(result, describe).filter(({ checks }) => checks.some(isViolated))
  const start = Date.parse(result.startedAt)
  const run = runCase(result)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'identity-services-conformance',
            ...(result.harness && { version: result.harness.version }),
            rules: violated.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: result.verdict !== 'inconclusive',
            startTimeUtc: result.startedAt,
            endTimeUtc: new Date(start + result.durationMs).toISOString(),
            ...(run && { toolExecutionNotifications: [{ level: 'error', message: { text: run.text } }] }),
          },
        ],
        results: violated.flatMap((one, index) =>
          one.checks.filter(isViolated).map(check => resultOf(one, check, index)),
        ),
      },
    ],
  }
}
