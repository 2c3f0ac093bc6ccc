import { writeFileSync } from 'node:fs'
import { commandLine } from '../command-line'
import { readResult, type PlacedResult } from '../result'
import { compare, type Comparison } from './compare'
import { comparisonMarkdown, comparisonText } from './render'

/**
 * `npm run compare -- A B [--markdown | --json] [--out FILE]`: what differs between two results. Ends with 1 where
 * something regressed, with 2 where a result cannot be read, else with 0.
 */

interface Form {
  readonly name: 'text' | 'markdown' | 'json'
  readonly out?: string
}

const write = (found: Comparison, before: PlacedResult, after: PlacedResult, { name, out }: Form) => {
  const facts = ({ path, result: { target, startedAt, verdict } }: PlacedResult) => ({
    path,
    target,
    startedAt,
    verdict,
  })
  const text = {
    text: () => comparisonText(found, before, after),
    markdown: () => comparisonMarkdown(found, before, after),
    json: () => `${JSON.stringify({ format: 1, before: facts(before), after: facts(after), ...found }, null, 2)}\n`,
  }[name]()
  if (out === undefined) process.stdout.write(text)
  else writeFileSync(out, text)
}

const main = (words: readonly string[]): number => {
  try {
    const { options, switches, words: paths } = commandLine(words, ['out'], ['markdown', 'json'])
    const [first, second, ...more] = paths
    if (first === undefined || second === undefined || more.length > 0)
      throw new Error('name two results, each a conformance.json or its folder: npm run compare -- A B')
    const [before, after] = [readResult(first), readResult(second)]
    const found = compare(before.result, after.result)
    const name = switches['json'] ? 'json' : switches['markdown'] ? 'markdown' : 'text'
    write(found, before, after, { name, ...(options['out'] !== undefined && { out: options['out'] }) })
    return found.regressed.length > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`Nothing is compared: ${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

process.exitCode = main(process.argv.slice(2))
