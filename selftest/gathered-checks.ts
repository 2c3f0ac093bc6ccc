import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../reporters/surroundings'
import { gathered, type GatheredCheck } from './gathering'

const testFunction = require.resolve('../harness/test')
const gathering = require.resolve('./gathering')

/**
 * Loads all suites without the test runner and gives their checks. Against hundreds of tenants a process for each,
 * which is what the runner would start, costs ten times as much as the checks.
 * @param only files below suites/; all where none are named
 */
export const gatherChecks = (only: readonly string[] = []): readonly GatheredCheck[] => {
  // Whoever imports harness/test.ts is given gathering.ts instead.
  require.cache[testFunction] = require.cache[gathering]
  const suites = join(repository, 'suites')
  const files = readdirSync(suites, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.spec.ts') && (only.length === 0 || only.includes(file)),
  )
  for (const file of files.toSorted()) require(join(suites, file))
  return gathered
}
