import { brokenConnections } from './broken-connections'
import { busyFronts } from './busy-fronts'
import type { Papers } from './certificates'
import type { Fault } from './fault'
import { everyDose, forGood, smallDoses, type Position } from './positions'
import { strangeReplies } from './strange-replies'

/** One trouble on the road. Its name and the seed say all that happens. */
export interface Scenario {
  readonly name: string
  readonly kind: string
  readonly position: Position
  readonly tls: boolean
  readonly papers: Papers
  readonly seed: number
  /** The road is good again before the worker ends. */
  readonly recovers: boolean
}

/** A tenant that goes away. */
const deaths = {
  'dies': way => way.shut(),
  'dies-for-good': way => way.shut(),
  'comes-back': way => way.shut(700),
} satisfies Readonly<Record<string, Fault>> // prettier-ignore

/** What may happen to a request, by name. */
export const faults: Readonly<Record<string, Fault>> = {
  ...brokenConnections,
  ...strangeReplies,
  ...busyFronts,
  ...deaths,
}

/** Where not everywhere. */
const places: Readonly<Record<string, readonly Position[]>> = {
  'refused': ['one-early', 'one-late', 'a-burst', 'one-in-seven'],
  '429': smallDoses,
  '503': smallDoses,
  '503-in-seconds': smallDoses,
  '429-by-date': smallDoses,
  'slow-2-s': smallDoses,
  'dies': forGood,
  'dies-for-good': forGood,
  'comes-back': ['one-early', 'one-late'],
} // prettier-ignore

/** Shown by what stands below HTTP, so there only. */
const onlyWithTls = new Set(['garbled-below'])

const nameOf = ({ kind, position, tls }: Pick<Scenario, 'kind' | 'position' | 'tls'>) =>
  `${kind}/${position}${tls ? '/tls' : ''}`

const withBadPapers = (seed: number): readonly Scenario[] =>
  (['expired', 'wrong-host', 'unknown'] as const).map(papers => {
    const kind = `certificate-${papers}`
    return { kind, position: 'all', tls: true, papers, seed, recovers: false, name: `${kind}/all/tls` }
  })

/**
 * All scenarios of a seed: every kind at every position, in turns over TLS and without.
 * @param only names, or beginnings of names; all where there are none
 */
export const scenariosOf = (seed: number, only: readonly string[] = []): readonly Scenario[] => {
  const all = Object.keys(faults).flatMap((kind, row) =>
    (places[kind] ?? everyDose).map((position, column) => {
      const tls = onlyWithTls.has(kind) || (row + column) % 2 === 1
      const papers: Papers = 'good'
      return {
        kind,
        position,
        tls,
        papers,
        seed,
        recovers: kind !== 'dies-for-good',
        name: nameOf({ kind, position, tls }),
      }
    }),
  )
  return [...all, ...withBadPapers(seed)].filter(
    ({ name }) => only.length === 0 || only.some(each => name === each || name.startsWith(`${each}/`)),
  )
}
