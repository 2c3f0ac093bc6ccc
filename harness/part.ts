import { ConfigurationError } from './configuration-error'
import { runMark } from './run-mark'

/** The checks that wait for real time to pass (`@slow`), and all others: each lane can be a run of its own. */
export const lanes = ['slow', 'checks'] as const

export type Lane = (typeof lanes)[number]

/** Which part of a run is asked for; without lane and shard it is the whole. */
export interface Part {
  readonly lane?: Lane
  readonly shard?: number
}

type Environment = Readonly<Record<string, string | undefined>>

const laneFrom = (text: string, source: string): Lane => {
  const lane = lanes.find(each => each === text)
  if (lane) return lane
  throw new ConfigurationError(source, `is "${text}"`, `Put one of ${lanes.join(', ')} there, or remove it.`)
}

/**
 * Takes `--lane` out of the options of a run, and reads `--shard`.
 * @param words behind the name of the command; all but the lane is for Playwright
 * @throws ConfigurationError where there is no such lane
 */
export const partIn = (
  words: readonly string[],
  { CONFORMANCE_LANE: told }: Environment,
): Part & { readonly options: readonly string[] } => {
  const at = words.findIndex(word => /^--lane(=|$)/.test(word))
  const isJoined = words[at]?.startsWith('--lane=') === true
  const asked = isJoined ? words[at]?.slice('--lane='.length) : words[at + 1]
  const options = at < 0 ? words : words.toSpliced(at, isJoined ? 1 : 2)
  const lane = at >= 0 ? laneFrom(asked ?? '', '--lane') : told ? laneFrom(told, 'CONFORMANCE_LANE') : undefined
  const shard = /(?:^| )--shard[= ](\d+)\//.exec(options.join(' '))?.[1]
  return { options, ...(lane && { lane }), ...(shard !== undefined && { shard: Number(shard) }) }
}

/** So far apart are the seeds of two lanes: no run has as many shards. */
const nextLane = 1_000

/** The n-th shard asks with seed + n - 1; what is no number is left for the settings to refuse. */
const shifted = (seed: string | undefined, { lane, shard = 1 }: Part): string | undefined =>
  seed !== undefined && /^\d{1,15}$/.test(seed)
    ? String(Number(seed) + shard - 1 + (lane === 'slow' ? nextLane : 0))
    : undefined

/** Names on the tenant carry it between hyphens, and some of them have little room. */
const markFrom = (text: string): string => {
  if (/^[0-9a-z]{1,20}$/.test(text)) return text
  throw new ConfigurationError('CONFORMANCE_RUN', `is "${text}"`, 'Put 1 to 20 small letters and digits there.')
}

/**
 * What the processes of a run are told of the part they make: the mark that all parts share, the mark of their own, and
 * seeds that differ from part to part. A case that is to be repeated (`FUZZ_PATH`) keeps its seed.
 * @throws ConfigurationError where the given mark could not stand in a name
 */
export const environmentOf = (part: Part, environment: Environment): Readonly<Record<string, string>> => {
  const { CONFORMANCE_RUN: given } = environment
  const whole = given ? markFrom(given) : runMark()
  const seeds = (['FUZZ_SEED', 'CONFORMANCE_SEED'] as const).flatMap(name => {
    const seed = environment['FUZZ_PATH'] ? undefined : shifted(environment[name], part)
    return seed === undefined ? [] : [[name, seed] as const]
  })
  return {
    ...Object.fromEntries(seeds),
    ...(part.lane && { CONFORMANCE_LANE: part.lane }),
    CONFORMANCE_WHOLE_RUN: whole,
    CONFORMANCE_RUN: runMark(whole, part),
  }
}
