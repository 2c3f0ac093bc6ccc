import { twistOf } from '../twist'
import { verdictWords } from '../verdict'
import type { CatalogueEntry, JudgedCheck, RequirementVerdict } from '../verdict'
import { daysLeft, type DeviationFate, type DeviationState, type PlacedDeviation } from './deviation'
import { hostOf, means } from './host-glob'
import { signatureOf } from './signature'

/** What the fate of an entry depends on, besides the checks. */
export interface RunOfDeviations {
  readonly baseUrl: string | null
  /** ISO form: the day that counts. */
  readonly startedAt: string
  /** Whether other shards have checks of the same requirements. */
  readonly isPart: boolean
}

/** A check that found its rule violated; a warning about something tolerated is no violation. */
const isViolated = ({ status, message }: JudgedCheck) =>
  status === 'fail' || (status === 'warn' && message !== undefined)

const isUnjudged = ({ status }: JudgedCheck) => !['pass', 'warn', 'fail', 'deviation'].includes(status)

const signed = (check: JudgedCheck, host: string | null): JudgedCheck =>
  isViolated(check) ? { ...check, signature: signatureOf(check.message ?? '', host) } : check

/** The checks an entry speaks about. */
const meant = (entry: PlacedDeviation, requirement: RequirementVerdict | undefined, rule: string) =>
  (requirement?.checks ?? []).filter(
    ({ title }) => entry.check === '*' || twistOf(title, entry.requirement, rule) === entry.check,
  )

const isHit = (entry: PlacedDeviation, check: JudgedCheck) => check.signature === entry.signature

const stateOf = (
  entry: PlacedDeviation,
  checks: readonly JudgedCheck[],
  left: number,
  isPart: boolean,
): DeviationState => {
  if (checks.some(check => isHit(entry, check))) return left < 0 ? 'expired' : 'applied'
  // What could not be judged may well fail as before, and so may a check of another shard.
  if (checks.length === 0 || checks.some(isUnjudged) || (entry.check === '*' && isPart)) return 'not run'
  return 'not seen'
}

const worst = (checks: readonly JudgedCheck[]) =>
  verdictWords.find(word => checks.some(({ status }) => status === word)) ?? 'untested'

/** What became of an entry, and the checks it speaks about. */
interface Weighed {
  readonly checks: readonly JudgedCheck[]
  readonly fate: DeviationFate
}

/**
 * Holds entries against checks whose violations have their signatures; those of other tenants are left out.
 * @param signedOnes every requirement with its checks
 */
const weigh = (
  signedOnes: readonly RequirementVerdict[],
  entries: readonly PlacedDeviation[],
  catalogue: readonly Pick<CatalogueEntry, 'id' | 'rule'>[],
  { baseUrl, startedAt, isPart }: RunOfDeviations,
): readonly Weighed[] => {
  const rules = new Map(catalogue.map(({ id, rule }) => [id, rule]))
  return entries
    .filter(({ tenant }) => means(tenant, hostOf(baseUrl)))
    .map(entry => {
      const requirement = signedOnes.find(({ id }) => id === entry.requirement)
      const checks = meant(entry, requirement, rules.get(entry.requirement) ?? '')
      const left = daysLeft(entry.expires, startedAt)
      return { checks, fate: { ...entry, state: stateOf(entry, checks, left, isPart), daysLeft: left } }
    })
}

/** What became of entries, where their failures have been accepted already: of the shards of a run, taken together. */
export const fatesOf = (...about: Parameters<typeof weigh>): readonly DeviationFate[] =>
  weigh(...about).map(({ fate }) => fate)

const accept = (check: JudgedCheck, fates: readonly DeviationFate[]): JudgedCheck => {
  const fate = fates.find(({ state }) => state === 'applied') ?? fates[0]
  if (!fate) return check
  if (fate.state === 'applied')
    return { ...check, status: 'deviation', notes: [...check.notes, `accepted until ${fate.expires}: ${fate.reason}`] }
  return { ...check, notes: [...check.notes, `accepted until ${fate.expires}, which has passed: the failure stands`] }
}

/**
 * Holds the failures of a run against what is known: an accepted failure is a `deviation`, everything else stays as it
 * is. Every violated check gets its signature.
 *
 * @param judged every requirement with its checks
 * @param entries of `deviations.yaml`; those of other tenants are left out
 */
export const applyDeviations = (
  judged: readonly RequirementVerdict[],
  entries: readonly PlacedDeviation[],
  catalogue: readonly Pick<CatalogueEntry, 'id' | 'rule'>[],
  run: RunOfDeviations,
): { readonly judged: readonly RequirementVerdict[]; readonly fates: readonly DeviationFate[] } => {
  const host = hostOf(run.baseUrl)
  const withSignatures = judged.map(one => ({ ...one, checks: one.checks.map(check => signed(check, host)) }))
  const ours = weigh(withSignatures, entries, catalogue, run)
  return {
    fates: ours.map(({ fate }) => fate),
    judged: withSignatures.map(one => {
      const checks = one.checks.map(check =>
        accept(
          check,
          ours.filter(({ checks: mine, fate }) => mine.includes(check) && isHit(fate, check)).map(({ fate }) => fate),
        ),
      )
      return { ...one, verdict: worst(checks), checks }
    }),
  }
}
