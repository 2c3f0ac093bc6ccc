import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { endWith } from '../harness/end-with'
import { workThrough } from './crew'
import type { Outcome } from './faults/run-scenario'
import { scenariosOf } from './faults/scenarios'
import { describeOutcome, tableOf } from './faults/table'

// `npm run test:faults`: good tenants behind bad roads. No requirement may fail there, nothing may be left behind, no
// secret told, and every run ends. Arguments are names of scenarios or their beginnings; `--seed N` repeats those of an
// earlier run. Ends with 1 where something is wrong.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, verbose: { type: 'boolean' } },
})
const seed = Number(values.seed ?? 1)
const begun = performance.now()
const scenarios = scenariosOf(seed, positionals)
if (scenarios.length === 0)
  throw new Error(`there is no scenario ${positionals.join(' ')}: see selftest/faults/scenarios.ts`)

const outcomes: Outcome[] = []
const take = (outcome: Outcome): void => {
  outcomes.push(outcome)
  if (values.verbose || outcome.wrong.length > 0) process.stdout.write(`${describeOutcome(outcome, values.verbose)}\n`)
}

const sumUp = (): number => {
  const wrong = outcomes.filter(outcome => outcome.wrong.length > 0)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stdout.write(tableOf(outcomes))
  process.stdout.write(`${wrong.length} of ${outcomes.length} scenarios went wrong (seed ${seed}) in ${seconds} s\n`)
  mkdirSync('test-results', { recursive: true })
  const figures = { scenarios: outcomes.length, wrong: wrong.length, seed, seconds: Number(seconds) }
  writeFileSync('test-results/faults.json', `${JSON.stringify(figures)}\n`)
  return wrong.length === 0 ? 0 : 1
}

// Most of them wait for something that does not come: more of them at once than there are processors.
endWith(workThrough('./faults/fault-worker.ts', scenarios, 6, take).then(sumUp))
