import { checkRecord } from '../harness/check-record'
import type { CheckRecord } from '../harness/check-record'
import type { Baseline } from '../reporters/baseline'
import { conclude } from '../reporters/conclude'
import type { Conformance } from '../reporters/conformance-json'
import type { PlacedDeviation } from '../reporters/deviations/deviation'
import type { CatalogueEntry, Observation, PlannedCheck } from '../reporters/verdict'

/** Recorded results for the self-tests of judging and wording; no test runner involved. */

const entry = (id: string, level: CatalogueEntry['level'], rule: string): CatalogueEntry => ({
  id, level, rule, basis: 'documented',
}) // prettier-ignore

export const sampleCatalogue: readonly CatalogueEntry[] = [
  entry('TOK-005', 'MUST', 'expires_in is the lifetime in seconds'),
  entry('TOK-009', 'MUST', 'an expired token is refused'),
  entry('TOK-014', 'SHOULD', 'Token responses carry Pragma: no-cache'),
  entry('TOK-026', 'MAY', 'Form-urlencoded Basic credentials are accepted'),
  entry('CLI-001', 'MUST', 'a client is created'),
]

/** The check of a requirement; `twist` distinguishes several. */
export const checkOf = (requirement: string, twist = ''): PlannedCheck => ({
  id: `${requirement}${twist}`,
  requirement,
  title: [requirement, sampleCatalogue.find(({ id }) => id === requirement)?.rule, twist].filter(Boolean).join(' · '),
  file: `suites/sample/${requirement.toLowerCase()}.spec.ts`,
  line: 9,
})

/** A check that asked twice and said this. */
export const said = (
  requirement: string,
  status: CheckRecord['status'],
  rest: Parameters<typeof checkRecord>[2] = {},
): Observation => ({
  durationMs: 10,
  exchanges: 2,
  record: checkRecord(requirement, status, { exchanges: 2, expectations: 1, ...rest }),
})

/** A check that ended without a word. */
export const broke = (trouble: string): Observation => ({ durationMs: 10, exchanges: 0, trouble })

export type Seen = readonly [check: PlannedCheck, observation?: Observation]

/** Concludes a run of which these checks were planned and seen. */
export const concluded = (
  seen: readonly Seen[],
  {
    problem,
    ended = 'complete',
    baseline,
    known = [],
    shard = null,
  }: {
    problem?: string
    ended?: 'complete' | 'interrupted' | 'timedout'
    baseline?: Baseline
    known?: readonly PlacedDeviation[]
    shard?: Conformance['shard']
  } = {},
): Conformance =>
  conclude(
    sampleCatalogue,
    seen.map(([check]) => check),
    new Map(seen.flatMap(([check, observation]) => (observation ? [[check.id, observation] as const] : []))),
    {
      target: { kind: 'mock', baseUrl: 'http://127.0.0.1:4711' },
      startedAt: '2026-01-02T03:04:05.678Z',
      durationMs: 12_345,
      version: '1.2.3',
      ended,
      known,
      shard,
      ...(problem !== undefined && { problem }),
      ...(baseline && { baseline }),
    },
  )
