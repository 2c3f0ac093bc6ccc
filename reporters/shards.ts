import type { Lane } from '../harness/part'

export type { Lane }

/** Every lane there is, as a run can be asked for one. */
export const lanes: readonly Lane[] = ['slow', 'checks']

/** Which of how many. */
export interface ShardNumber {
  readonly current: number
  readonly total: number
}

/** A part of a run: of a lane, if there is one, and of that a shard; null is all of it. */
export interface Part {
  readonly shard?: ShardNumber | null | undefined
  readonly lane?: Lane | undefined
}

/** What a result that was made of shards says of each. */
export interface MergedShard extends ShardNumber {
  readonly lane?: Lane
  readonly startedAt: string
  readonly durationMs: number
  readonly seed?: number
  readonly requests: number
}

/** The parts that results are about: of one that was made of shards, these; of a whole run none. */
export const partsOf = (
  results: readonly (Part & { readonly merged?: { readonly shards: readonly MergedShard[] } })[],
): readonly Part[] =>
  results.flatMap(
    ({ merged, ...result }) =>
      merged?.shards.map(({ lane, ...shard }) => ({ shard, lane })) ?? (isWhole(result) ? [] : [result]),
  )

/** Neither shard nor lane. */
export const isWhole = ({ shard, lane }: Part): boolean => !shard && lane === undefined

/** A part in words, `shard 2 of 4 of lane slow`. */
export const partName = ({ shard, lane }: Part): string =>
  [shard && `shard ${shard.current} of ${shard.total}`, lane && `lane ${lane}`].filter(Boolean).join(' of ') ||
  'a whole run'

const numberOf = ({ shard }: Part): ShardNumber => shard ?? { current: 1, total: 1 }

const ofLane = (parts: readonly Part[], lane: Lane | undefined): string | undefined => {
  const mine = parts.filter(part => part.lane === lane)
  const behind = lane === undefined ? '' : ` of lane ${lane}`
  const [first] = mine
  if (!first) return `lane ${lane} is missing`
  const { total } = numberOf(first)
  const other = mine.find(part => numberOf(part).total !== total)
  if (other) return `${partName(first)} and ${partName(other)} are of different divisions`
  const given = mine.map(part => numberOf(part).current)
  const doubled = given.find((one, index) => given.indexOf(one) !== index)
  if (doubled !== undefined) return `shard ${doubled}${behind} is there more than once`
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter(one => !given.includes(one))
  return missing.length > 0 ? `shard ${missing.join(', ')} of ${total}${behind} is missing` : undefined
}

/**
 * Why parts do not make up a run: one is missing, or there twice. Where one is of a lane, every lane has to be there.
 * @returns a reason in words; undefined where they do
 */
export const incompleteness = (parts: readonly Part[]): string | undefined => {
  if (parts.every(({ lane }) => lane === undefined)) return ofLane(parts, undefined)
  const without = parts.find(({ lane }) => lane === undefined)
  if (without) return `${partName(without)} has checks of every lane, and parts of single lanes are given beside it`
  return lanes.map(lane => ofLane(parts, lane)).find(reason => reason !== undefined)
}

/** How many parts there have to be, as the given ones say. */
export const partsExpected = (parts: readonly Part[]): number =>
  [...new Map(parts.map(part => [part.lane, numberOf(part).total])).values()].reduce((sum, total) => sum + total, 0)
