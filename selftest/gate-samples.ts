import type { DeviationFate } from '../reporters/deviations/deviation'
import { policies, type PolicyName } from '../reporters/policies'
import { resultFrom, type CheckOfResult, type RequirementOfResult, type Result } from '../reporters/result'
import type { Situation } from '../reporters/gate/situation'
import { requirement, requirementIds, unchecked, type RequirementId } from '../specs'

/** Situations for the self-tests of the gate, made from an honest green one. */

export const sha = '0123456789abcdef0123456789abcdef01234567'
export const acme = 'https://acme.staging.example.com'

const reasons: Readonly<Partial<Record<string, string>>> = unchecked

/** A check that asked and expected something. */
export const checkOf = (id: RequirementId, twist = '', rest: Partial<CheckOfResult> = {}): CheckOfResult => ({
  title: [id, requirement(id).rule, twist].filter(Boolean).join(' · '),
  at: 'suites/sample.spec.ts:9',
  status: 'pass',
  durationMs: 5,
  warnings: [],
  notes: [],
  exchanges: 6,
  prepared: 2,
  expectations: 3,
  ...rest,
})

const green = (id: RequirementId): RequirementOfResult =>
  reasons[id] === undefined
    ? { id, level: requirement(id).level, verdict: 'pass', checks: [checkOf(id)] }
    : { id, level: requirement(id).level, verdict: 'untested', checks: [] }

/** A whole run that holds in every respect, an hour before the gate is asked. */
export const greenResult: Result = {
  format: 1,
  verdict: 'conformant',
  reason: 'no MUST is violated among the requirements checked',
  target: { kind: 'tenant', baseUrl: acme },
  startedAt: '2026-03-02T11:00:00.000Z',
  durationMs: 600_000,
  requests: 4_000,
  harness: { version: '1.2.3' },
  commit: sha,
  shard: null,
  ended: 'complete',
  deviations: [],
  leftBehind: [],
  secretScan: { state: 'clean', files: 12 },
  requirements: requirementIds.map(green),
}

/** A result with one requirement changed. */
export const withRequirement = (result: Result, id: RequirementId, change: Partial<RequirementOfResult>): Result => ({
  ...result,
  requirements: result.requirements.map(one => (one.id === id ? { ...one, ...change } : one)),
})

/** A result in which requirements ended so, with checks that say the same. */
export const ending = (
  result: Result,
  status: RequirementOfResult['verdict'],
  ids: readonly RequirementId[],
  rest: Partial<CheckOfResult> = {},
): Result =>
  ids.reduce<Result>((changed, id) => {
    const checks = status === 'untested' ? [] : [checkOf(id, '', { status, ...rest })]
    return withRequirement(changed, id, { verdict: status, checks })
  }, result)

/** An entry of deviations.yaml and what became of it. */
export const fateOf = (id: RequirementId, rest: Partial<DeviationFate> = {}): DeviationFate => ({
  requirement: id, check: '', signature: '0123-4567-89ab', tenant: '*', reason: 'known', link: 'https://tickets.example/1',
  owner: 'identity team', expires: '2026-12-31', state: 'applied', daysLeft: 304, line: 1, ...rest,
}) // prettier-ignore

/** The checks of one of several shards: every n-th requirement. */
export const shardOf = (result: Result, current: number, total: number): Result => ({
  ...result,
  shard: { current, total },
  requirements: result.requirements.map((one, index) =>
    index % total === current - 1 ? one : { ...one, verdict: 'untested', checks: [] },
  ),
})

const { commit: _commit, secretScan: _scan, leftBehind: _left, ...bare } = greenResult

/** The same run as an older harness tells it: without what it did not know of. */
export const bareResult: Result = bare

/** The release before. */
export const earlier: Result = { ...greenResult, startedAt: '2026-02-01T11:00:00.000Z', commit: 'f'.repeat(40) }

/** What the gate is asked; by default about a green run, with all that a release needs. */
export const situationOf = (
  policy: PolicyName,
  results: readonly unknown[] = [greenResult],
  rest: Partial<Situation> & { readonly before?: Result | null } = {},
): Situation => {
  const { before = earlier, ...others } = rest
  return {
    policy: policies[policy],
    results: results.map((value, index) => ({
      path: `results-${index + 1}/conformance.json`,
      result: resultFrom(JSON.parse(JSON.stringify(value)), `results-${index + 1}/conformance.json`),
    })),
    unreadable: [],
    ...(before && { baseline: { path: 'before/conformance.json', result: before } }),
    now: new Date('2026-03-02T12:10:00.000Z'),
    wanted: { target: acme, commit: sha },
    catalogue: requirementIds.map(id => {
      const reason = reasons[id]
      return { id, ...(reason !== undefined && { reason }) }
    }),
    ...others,
  }
}
