import type { Result } from '../result'
import { casesOf, type Case, type Describe } from './case'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\n': '&#10;', '\t': '&#9;',
} // prettier-ignore

/** A text as XML 1.0 may hold it: what no document may hold becomes U+FFFD. */
const allowed = (text: string) =>
  text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu, '\uFFFD')

const attribute = (text: string) => allowed(text).replaceAll(/[&<>"'\n\t]/g, sign => entities[sign] ?? sign)

const content = (text: string) => allowed(text).replaceAll(/[&<>]/g, sign => entities[sign] ?? sign)

const attributes = (values: Readonly<Record<string, string | number | undefined>>) =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${attribute(String(value))}"`]))
    .join('')

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3)

/** What a verdict is to a reader of JUnit reports; a warning and a pass are nothing special. */
const element = (one: Case): string => {
  const { verdict, text, headline } = one
  const said = attributes({ message: headline })
  if (verdict === 'fail') return `<failure${said} type="${one.level}">${content(text)}</failure>`
  if (verdict === 'inconclusive') return `<error${said} type="inconclusive">${content(text)}</error>`
  if (verdict === 'deviation') return `<skipped${attributes({ message: `known deviation: ${headline}` })}/>`
  if (verdict === 'skipped' || verdict === 'untested') return `<skipped${said}/>`
  return text === '' ? '' : `<system-out>${content(text)}</system-out>`
}

const testcase = (one: Case) => {
  const head = attributes({
    classname: one.area,
    name: `${one.id} ${one.rule}`,
    time: seconds(one.durationMs),
    file: one.place?.file,
    line: one.place?.line,
  })
  const inside = element(one)
  return inside === '' ? `    <testcase${head}/>` : `    <testcase${head}>${inside}</testcase>`
}

const counts = (cases: readonly Case[]) => {
  const of = (...verdicts: readonly Case['verdict'][]) =>
    cases.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    tests: cases.length,
    failures: of('fail'),
    errors: of('inconclusive'),
    skipped: of('skipped', 'untested', 'deviation'),
    time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  }
}

/**
 * A result as JUnit XML: a suite per area, a case per requirement. What could not be judged is an error; what was not
 * judged, or fails as is known, is skipped with the reason.
 */
export const junit = (result: Result, describe: Describe): string => {
  const cases = casesOf(result, describe)
  const areas = [...new Set(cases.map(({ area }) => area))]
  const name = `Identity Services conformance of ${result.target.baseUrl ?? result.target.kind}`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...counts(cases), time: seconds(result.durationMs) })}>`,
    ...areas.flatMap(area => {
      const mine = cases.filter(one => one.area === area)
      return [
        `  <testsuite${attributes({ name: area, ...counts(mine), timestamp: result.startedAt })}>`,
        ...mine.map(testcase),
        '  </testsuite>',
      ]
    }),
    '</testsuites>',
    '',
  ].join('\n')
}
