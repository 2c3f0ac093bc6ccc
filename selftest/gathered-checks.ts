import { readdirSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository } from '../reporters/surroundings'
import type { GatheredCheck } from './gathering'

/** Whoever imports harness/test.ts is given gathering.ts instead. */
const redirect = `export const resolve = async (specifier, context, next) => {
  const found = await next(specifier, context)
  return { ...found, url: found.url.replace(/\\/harness\\/test\\.ts(?=$|\\?)/, '/selftest/gathering.ts') }
}`

/**
 * Loads all suites without the test runner and gives their checks. Against hundreds of tenants a process for each,
 * which is what the runner would start, costs ten times as much as the checks.
 * @param only files below suites/; all where none are named
 */
export const gatherChecks = async (only: readonly string[] = []): Promise<readonly GatheredCheck[]> => {
  register(`data:text/javascript,${encodeURIComponent(redirect)}`)
  const { gathered } = await import('./gathering')
  const suites = join(repository, 'suites')
  const files = readdirSync(suites, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.spec.ts') && (only.length === 0 || only.includes(file)),
  )
  for (const file of files.toSorted()) await import(pathToFileURL(join(suites, file)).href)
  return gathered
}
