import { stringify } from 'yaml'
import type { Conformance } from '../conformance-json'
import { plain } from '../plain'
import { twistOf } from '../twist'
import type { CatalogueEntry } from '../verdict'
import type { Deviation } from './deviation'
import { hostOf } from './host-glob'

/** How long an entry that was just pasted counts, in days. */
const days = 30

const later = (startedAt: string) => new Date(Date.parse(startedAt) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * Entries for the failures of a run that nobody has accepted. Reason, link and owner are empty: without them no run
 * takes the entry, so that nobody accepts a failure in passing.
 * @param catalogue the sentences of the requirements
 */
export const entriesToAccept = (
  { requirements, target, startedAt }: Pick<Conformance, 'requirements' | 'target' | 'startedAt'>,
  catalogue: readonly Pick<CatalogueEntry, 'id' | 'rule'>[],
): readonly Deviation[] => {
  const rules = new Map(catalogue.map(({ id, rule }) => [id, rule]))
  return requirements.flatMap(({ id, checks }) =>
    checks
      .filter(({ status, signature }) => status === 'fail' && signature !== undefined)
      .map(({ title, signature = '' }) => ({
        requirement: id,
        check: plain(twistOf(title, id, rules.get(id) ?? '')).trim(),
        signature,
        tenant: hostOf(target.baseUrl) ?? '*',
        reason: '',
        link: '',
        owner: '',
        expires: later(startedAt),
      })),
  )
}

/** Entries as they stand in `deviations.yaml`; each begins a list item, so that they can be pasted one by one. */
export const entriesAsYaml = (entries: readonly Deviation[]): string =>
  entries.map(entry => stringify([entry], { lineWidth: 0 })).join('')
