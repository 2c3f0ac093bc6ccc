import { judgeRequirement } from '../judge'
import type { Result } from '../result'
import { incompleteness, isWhole, partName } from '../shards'
import type { CatalogueEntry } from '../verdict'
import type { GivenShard } from './shard'

/** Looks at one thing only, and says why these are not the shards of one run. */
type Refusal = (shards: readonly GivenShard[], catalogue: readonly CatalogueEntry[]) => string | undefined

const named = ({ path, result }: GivenShard) => `${path} (${partName(result)})`

const firstThat = (shards: readonly GivenShard[], reason: (shard: GivenShard) => string | undefined) =>
  shards.map(reason).find(text => text !== undefined)

const whole: Refusal = shards =>
  firstThat(shards, ({ path, result }) =>
    !isWhole(result)
      ? undefined
      : `${path} is ${result.merged ? 'a result that was merged before' : 'a whole run'}: only shards are merged`,
  )

const marked: Refusal = shards =>
  firstThat(shards, shard =>
    shard.result.run === undefined ? `${named(shard)} does not say of which run it is` : undefined,
  )

/** What the shards of one run have in common, with the words for it. */
const marks: readonly (readonly [word: string, mark: (result: Result) => string | undefined, remedy?: string])[] = [
  ['run', ({ run }) => run, 'Give all shards of a run the same CONFORMANCE_RUN.'],
  ['target', ({ target: { kind, baseUrl } }) => (kind === 'mock' ? 'a mock' : (baseUrl ?? 'a tenant not known'))],
  ['commit', ({ commit = 'not known' }) => commit],
  ['version of the harness', ({ harness }) => harness?.version ?? 'not known'],
  ['baseline', ({ baseline }) => baseline?.startedAt ?? 'none'],
]

const oneRun: Refusal = ([first, ...more]) => {
  if (!first) return undefined
  for (const [word, mark, remedy] of marks) {
    const other = more.find(({ result }) => mark(result) !== mark(first.result))
    if (!other) continue
    const each = [first, other].map(one => `${mark(one.result)} in ${named(one)}`)
    return [`these are shards of different runs. Their ${word} differs: ${each.join(', ')}.`, remedy]
      .filter(Boolean)
      .join(' ')
  }
  return undefined
}

const sameCatalogue: Refusal = (shards, catalogue) => {
  const here = catalogue.map(({ id, level }) => `${id} ${level}`)
  return firstThat(shards, shard => {
    const there = shard.result.requirements.map(({ id, level }) => `${id} ${level}`)
    const odd = [...here.filter(one => !there.includes(one)), ...there.filter(one => !here.includes(one))]
    if (odd.length === 0) return undefined
    return `${named(shard)} is about another catalogue of requirements than specs/: ${odd[0]} is in one of them only`
  })
}

const complete: Refusal = shards => {
  const reason = incompleteness(shards.map(({ result }) => result))
  if (reason === undefined) return undefined
  return `${reason}; given are ${shards.map(named).join(', ')}`
}

const once: Refusal = shards => {
  const owners = new Map<string, GivenShard>()
  for (const shard of shards)
    for (const { planned } of shard.checks) {
      const other = owners.get(planned.id)
      if (other && other !== shard)
        return `${named(other)} and ${named(shard)} have both made the check "${planned.title}": they were asked for different things`
      owners.set(planned.id, shard)
    }
  return undefined
}

const believable: Refusal = (shards, catalogue) =>
  firstThat(shards, shard => {
    const odd = shard.result.requirements.find(({ id, verdict }) => {
      const entry = catalogue.find(one => one.id === id)
      const checks = shard.checks.filter(({ planned }) => planned.requirement === id)
      return entry && judgeRequirement(entry, checks.map(({ judged }) => judged)).verdict !== verdict
    }) // prettier-ignore
    return odd && `${named(shard)} calls ${odd.id} "${odd.verdict}", and its checks do not say so`
  })

const refusals: readonly Refusal[] = [whole, marked, oneRun, sameCatalogue, complete, once, believable]

/**
 * Why these cannot be joined into one result.
 * @param catalogue every requirement there is
 * @returns one sentence that names the folders it is about; undefined where they are the shards of one run, all of them
 */
export const reasonToRefuse: Refusal = (shards, catalogue) =>
  refusals.map(refusal => refusal(shards, catalogue)).find(reason => reason !== undefined)
