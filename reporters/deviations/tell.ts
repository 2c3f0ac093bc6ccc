import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Conformance } from '../conformance-json'
import { shownPath } from '../surroundings'
import type { CatalogueEntry } from '../verdict'
import { entriesAsYaml, entriesToAccept } from './to-accept'

/** Where the entries of a failing run are written to, in the folder of the results. */
export const toAcceptFile = 'deviations-to-accept.yaml'

/** More would bury the verdict; the file has them all. */
const mostShown = 3

/**
 * Writes entries for the failures of a run that nobody has accepted, and gives the first of them to print.
 * @param folder of the results
 * @returns text for the console; empty where there is nothing to accept
 */
export const tellToAccept = (found: Conformance, catalogue: readonly CatalogueEntry[], folder: string): string => {
  const entries = entriesToAccept(found, catalogue)
  if (entries.length === 0) return ''
  const path = join(folder, toAcceptFile)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path,
    `# Fill in reason, link and owner, and put what is accepted into deviations.yaml.\n${entriesAsYaml(entries)}`,
  )
  const more = entries.length > mostShown ? `; ${entries.length - mostShown} more there` : ''
  return [
    '',
    `To accept a failure, put its entry into deviations.yaml with reason, link and owner (${shownPath(path)}${more}):`,
    '',
    entriesAsYaml(entries.slice(0, mostShown)),
  ].join('\n')
}
