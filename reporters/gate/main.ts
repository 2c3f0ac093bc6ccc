import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from 'dotenv'
import { writeJson } from '../atomic-write'
import { coloured, uncoloured } from '../render/paint'
import { mayColour, now, resultsFolder } from '../surroundings'
import { questionOf, type Question } from './ask'
import { decide } from './decide'
import { gateJson, gateMarkdown, gateText } from './render'

/**
 * `npm run gate -- --policy release [--baseline FILE] [--target URL] [--commit SHA] [--shards N] [RESULTS…]`: may this go
 * out? Reads results only, and ends with 0 for go, 1 for no-go, 2 for cannot tell.
 */

const statuses = { go: 0, 'no-go': 1, 'cannot tell': 2 } as const

const answer = ({ situation, policy, out }: Question): number => {
  const decision = decide(situation)
  const occasion = { policy, now: situation.now, situation }
  mkdirSync(out, { recursive: true })
  writeJson(join(out, 'gate.json'), gateJson(decision, occasion))
  writeFileSync(join(out, 'gate.md'), gateMarkdown(decision, occasion))
  process.stdout.write(gateText(decision, occasion, mayColour(process.stdout) ? coloured : uncoloured))
  return statuses[decision.answer]
}

const main = (words: readonly string[]): number => {
  config({ quiet: true })
  // An answer of an earlier time must not be taken for this one, whatever happens.
  for (const stale of ['gate.json', 'gate.md']) rmSync(join(resultsFolder(), stale), { force: true })
  try {
    return answer(questionOf(words, now()))
  } catch (error) {
    process.stderr.write(`CANNOT TELL  ${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

process.exitCode = main(process.argv.slice(2))
