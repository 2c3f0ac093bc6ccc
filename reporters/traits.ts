import type { Observation } from './verdict'

/** Something about how a tenant answers, and how many checks saw it. */
export interface TraitSeen {
  readonly trait: string
  readonly checks: number
}

/**
 * How the tenant answered in a run, in alphabetical order: what belongs together stands together. No verdict and no
 * finding depends on it; a tenant may well answer in two ways.
 */
export const traitsSeen = (observations: Iterable<Pick<Observation, 'record'>>): readonly TraitSeen[] => {
  const counts = new Map<string, number>()
  for (const { record } of observations)
    for (const trait of record?.traits ?? []) counts.set(trait, (counts.get(trait) ?? 0) + 1)
  return [...counts]
    .map(([trait, checks]) => ({ trait, checks }))
    .sort((one, other) => (one.trait < other.trait ? -1 : 1))
}
