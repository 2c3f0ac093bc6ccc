import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from 'dotenv'
import { commandLine } from '../command-line'
import { readResult, type Result } from '../result'
import { isGithub, jobSummaryPath, resultsFolder, shownPath } from '../surroundings'
import { fromSpecs } from './case'
import { ctrf } from './ctrf'
import { annotations, jobSummary } from './github'
import { junit } from './junit'
import { sarif } from './sarif'

/**
 * `npm run formats [-- RESULTS] [--out DIR]`: the result in formats that other tools read. In a GitHub workflow it also
 * prints annotations and appends a summary of the job. Ends with 0, or 2 where there is no result.
 */

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const filesOf = (result: Result): Readonly<Record<string, string>> => ({
  'junit.xml': junit(result, fromSpecs),
  'ctrf.json': asJson(ctrf(result, fromSpecs)),
  'conformance.sarif': asJson(sarif(result, fromSpecs)),
  'summary.md': jobSummary(result, fromSpecs),
})

const main = (words: readonly string[]): number => {
  try {
    config({ quiet: true })
    const { options, words: paths } = commandLine(words, ['out'])
    const { result } = readResult(paths[0] ?? resultsFolder())
    const folder = resultsFolder(options['out'])
    mkdirSync(folder, { recursive: true })
    const files = filesOf(result)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const summary = jobSummaryPath()
    if (summary !== undefined) appendFileSync(summary, files['summary.md'] ?? '')
    if (isGithub()) process.stdout.write(annotations(result, fromSpecs))
    process.stdout.write(
      `Written: ${Object.keys(files)
        .map(name => shownPath(join(folder, name)))
        .join(', ')}\n`,
    )
    return 0
  } catch (error) {
    process.stderr.write(`Nothing is written: ${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

process.exitCode = main(process.argv.slice(2))
