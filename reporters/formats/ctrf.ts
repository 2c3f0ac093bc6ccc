import type { Result } from '../result'
import { casesOf, type Case, type Describe } from './case'

const statuses = {
  pass: 'passed', warn: 'passed', fail: 'failed', deviation: 'skipped', skipped: 'skipped', untested: 'skipped', inconclusive: 'other',
} as const satisfies Record<Case['verdict'], string> // prettier-ignore

const testOf = (one: Case) => ({
  name: `${one.id} ${one.rule}`,
  status: statuses[one.verdict],
  rawStatus: one.verdict,
  duration: Math.round(one.durationMs),
  suite: [one.area],
  tags: [one.id, one.level],
  ...(one.text !== '' && { message: one.text }),
  ...(one.place && { filePath: one.place.file, line: one.place.line }),
  ...(one.checks.some(({ flaky }) => flaky) && { flaky: true }),
})

/**
 * A result in the Common Test Report Format: a test per requirement. What could not be judged is `other`; what was not
 * judged, or fails as is known, is `skipped`.
 * @see https://ctrf.io/docs/specification
 */
export const ctrf = (result: Result, describe: Describe): unknown => {
  const tests = casesOf(result, describe).map(testOf)
  const count = (status: string) => tests.filter(one => one.status === status).length
  const start = Date.parse(result.startedAt)
  const duration = Math.round(result.durationMs)
  return {
    reportFormat: 'CTRF',
    specVersion: '1.0.0',
    timestamp: result.startedAt,
    generatedBy: 'identity-services-conformance',
    results: {
      tool: { name: 'identity-services-conformance', ...(result.harness && { version: result.harness.version }) },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        flaky: tests.filter(({ flaky }) => flaky).length,
        suites: new Set(tests.map(({ suite }) => suite[0])).size,
        start,
        stop: start + duration,
        duration,
      },
      tests,
      environment: {
        testEnvironment: `${result.target.kind} ${result.target.baseUrl ?? '(address not known)'}`,
        healthy: result.verdict === 'conformant',
        ...(result.commit !== undefined && { commit: result.commit }),
        extra: { verdict: result.verdict, reason: result.reason },
      },
    },
  }
}
