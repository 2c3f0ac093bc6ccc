import type { PlacedResult, Result } from '../result'
import { isWhole, partName } from '../shards'
import { cannotTell, type Rule, type Situation } from './situation'

/** Rules that ask whether the results are about what is to be released. Where they are not, nothing else counts. */

const hour = 3_600_000

/** Clocks differ a little between machines. */
const skew = 5 * 60_000

const kind: Rule<Situation> = ({ policy, results }) => {
  const foreign = results.filter(({ result }) => policy.target !== 'any' && result.target.kind !== policy.target)
  if (!foreign[0]) return []
  return cannotTell('target', `${foreign[0].path} is about a ${foreign[0].result.target.kind}, not a ${policy.target}`)
}

const originOf = (address: string | null | undefined) =>
  address && URL.canParse(address) ? new URL(address).origin : undefined

const address: Rule<Situation> = ({ policy, results, wanted }) => {
  if (wanted.target === undefined && !policy.names.target) return []
  const asked = originOf(wanted.target)
  if (wanted.target === undefined)
    return cannotTell('target', 'nobody says which tenant this is about: give --target or TENANT_BASE_URL')
  if (asked === undefined) return cannotTell('target', `--target is "${wanted.target}", which is no address`)
  const other = results.find(({ result }) => originOf(result.target.baseUrl) !== asked)
  if (!other) return []
  return cannotTell(
    'target',
    `${other.path} is about ${other.result.target.baseUrl ?? 'an unknown address'}, not ${asked}`,
  )
}

/** A short name of a commit stands for the whole one. */
const isCommit = (one: string, other: string) =>
  Math.min(one.length, other.length) >= 7 && (one.startsWith(other) || other.startsWith(one))

const commit: Rule<Situation> = ({ policy, results, wanted }) => {
  if (wanted.commit === undefined && !policy.names.commit) return []
  if (wanted.commit === undefined)
    return cannotTell('commit', 'nobody says which commit this is about: give --commit or CONFORMANCE_COMMIT')
  const other = results.find(({ result }) => !isCommit(result.commit ?? '', wanted.commit ?? ''))
  if (!other) return []
  return cannotTell(
    'commit',
    `${other.path} is about commit ${other.result.commit ?? '(not known)'}, not ${wanted.commit}`,
  )
}

/** Of a result that was made of shards the oldest one counts, and the youngest. */
const timesOf = ({ path, result }: PlacedResult) => [
  { path, ...result },
  ...(result.merged?.shards.map(one => ({
    path: `${partName({ shard: one, lane: one.lane })} in ${path}`,
    ...one,
  })) ?? []),
]

const age: Rule<Situation> = ({ policy, results, now }) =>
  results.flatMap(timesOf).flatMap(({ path, startedAt, durationMs }) => {
    const ended = Date.parse(startedAt) + durationMs
    const hours = (now.getTime() - ended) / hour
    if (ended - now.getTime() > skew)
      return cannotTell('age', `${path} is of a run that ends in the future: ${startedAt}`)
    if (hours <= policy.maxAge) return []
    return cannotTell('age', `${path} is ${Math.floor(hours)} hours old; ${policy.maxAge} are allowed`)
  })

/** What shards of one run have in common, with the word for it. */
const marks: readonly (readonly [word: string, mark: (result: Result) => unknown])[] = [
  ['run', ({ run }) => run],
  ['target', ({ target }) => JSON.stringify(target.kind === 'mock' ? 'mock' : [target.kind, target.baseUrl])],
  ['commit', result => result.commit],
  ['version of the harness', ({ harness }) => harness?.version],
]

/** Each lane has a number of shards of its own. */
const divided = (results: readonly PlacedResult[]) => {
  for (const one of results) {
    const other = results.find(
      ({ result: { lane, shard } }) => lane === one.result.lane && shard?.total !== one.result.shard?.total,
    )
    if (other)
      return cannotTell('shards', `${one.path} and ${other.path} are of different runs: their number of shards differs`)
  }
  return []
}

const oneRun: Rule<Situation> = ({ results }) => {
  const [first] = results
  if (!first) return []
  const whole = results.length > 1 ? results.find(({ result }) => isWhole(result)) : undefined
  if (whole) return cannotTell('shards', `${whole.path} is a whole run, and other results are given beside it`)
  for (const [word, mark] of marks) {
    const other = results.find(({ result }) => mark(result) !== mark(first.result))
    if (other)
      return cannotTell('shards', `${first.path} and ${other.path} are of different runs: their ${word} differs`)
  }
  return divided(results)
}

/** All of them. */
export const identityRules: readonly Rule<Situation>[] = [kind, address, commit, age, oneRun]
