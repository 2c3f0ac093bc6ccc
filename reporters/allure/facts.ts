import type { Conformance } from '../conformance-json'
import { oneLine, plain, shortened } from '../plain'
import { sawIt } from '../preflight'
import type { Result } from '../result'

/** What Allure is told to show beside the number of checks, by name, in this order. */
export type Facts = Readonly<Record<string, string>>

const seedsOf = ({ seed, merged }: Conformance): string | undefined => {
  const each = merged?.shards.flatMap(one => (one.seed === undefined ? [] : [one.seed])) ?? []
  if (each.length > 0) return each.join(', ')
  return seed === undefined ? undefined : String(seed)
}

const secondsOf = ({ durationMs }: Conformance) => `${(durationMs / 1000).toFixed(1)} s`

/**
 * The environment of a run: whom it asked, with what, and what was seen before the first check. The first eight are
 * shown at once, the others on demand.
 */
export const factsOf = (result: Conformance & Pick<Result, 'fingerprint'>): Facts => {
  const { target, startedAt, harness, commit, merged, baseline, preflight = [], fingerprint } = result
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Target', `${target.kind} ${target.baseUrl ?? '(address not known)'}`],
    ['Issuer', fingerprint?.issuers.join(', ')],
    ['Harness', harness.version],
    ['Commit', commit],
    ['Seed', seedsOf(result)],
    ['Began', `${startedAt}, took ${secondsOf(result)}`],
    ['Run', result.run],
    ['Shards', merged && String(merged.shards.length)],
    ['Key ids', fingerprint?.keyIds.join(', ')],
    ['Choices compared with', baseline && `the run of ${baseline.startedAt}`],
    ...preflight.map(each => [`Preflight: ${each.step}`, sawIt(each)] as const),
  ]
  return Object.fromEntries(
    facts.flatMap(([name, value]) => (value ? [[plain(name), shortened(oneLine(value), 300)] as const] : [])),
  )
}
