import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { endWith } from '../harness/end-with'
import { workThrough } from './crew'
import { gatherChecks } from './gathered-checks'
import { faulty, matrixOf, type Faulty } from './kill-matrix'
import { describe, isExpected, isTold, unproven, type Score } from './kill-score'
import { steady } from './steady-text'
import { survivors } from './survivors'

// `npm run test:defects`: each defect of the mock against the checks that have to notice it. Arguments are names of
// defects; `--messages` prints what the first check that notices a defect says, and nothing else; `--all` asks every check, which takes a quarter of an hour and shows who else notices a defect. Ends with 1
// when a defect survives that is not expected to, is killed by accident, or a check is not proved able to fail.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, messages: { type: 'boolean' } },
})

const askEveryCheck = async (tenants: readonly Faulty[]): Promise<readonly Score[]> => {
  const scores: Score[] = []
  await workThrough('./defect-worker.ts', tenants, cpus().length, (score: Score) => {
    scores.push(score)
    process.stderr.write(`${scores.length} of ${tenants.length}: ${score.name} ${score.fate}\n`)
  })
  return scores.toSorted((one, other) => names.indexOf(one.name) - names.indexOf(other.name))
}

const tenants = faulty(positionals)
const names = tenants.map(({ name }) => name)
const begun = performance.now()
const checks = gatherChecks()

const sumUp = (scores: readonly Score[]): number => {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const isWhole = positionals.length === 0
  const unsure = isWhole
    ? unproven(
        checks.map(({ requirement }) => requirement),
        scores,
      )
    : []

  const untold = scores.filter(({ message }) => message !== undefined && !isTold(message))

  if (values.messages)
    for (const { name, story, message = 'is not noticed' } of scores)
      process.stdout.write(`${name}: ${story}\n${steady(message)}\n\n`)
  else {
    for (const { name } of untold)
      process.stdout.write(`${name}: the message does not say what was promised, sent and received\n`)
    for (const id of unsure)
      process.stdout.write(`${id} has a check that no defect proves able to fail: add one to mock/defects\n`)
    process.stdout.write(`${describe(scores, survivors)} in ${seconds} s\n`)
  }

  const count = (...fates: readonly string[]) => scores.filter(({ fate }) => fates.includes(fate)).length
  const expected = scores.filter(({ fate, name }) => fate === 'survived' && name in survivors).length
  const accidents = scores.filter(({ fate, blind }) => fate === 'killed' && blind.length > 0).length
  const figures = {
    killed: count('killed', 'warned') - accidents,
    survived: count('survived') - expected + accidents + unsure.length,
    expected,
    proofs: scores.map(({ name, story, fate, caughtBy, elsewhere }) => ({ name, story, fate, caughtBy, elsewhere })),
  }
  mkdirSync('test-results', { recursive: true })
  writeFileSync('test-results/defects.json', `${JSON.stringify(figures)}\n`)
  return isExpected(scores, survivors) && unsure.length === 0 && untold.length === 0 ? 0 : 1
}

endWith((values.all ? askEveryCheck(tenants) : matrixOf(tenants, checks)).then(sumUp))
